import Domain
import Store

extension OpenBook {
  /// What is far from usual in the figures of notes, all or those of a campaign, and in the followers of
  /// their creators: by creator, each creator's own finding before those of the notes, these in the order
  /// they came into the book. It says what to look at, and accuses nobody.
  ///
  /// - Parameter limit: the most findings; `nil` for all.
  /// - Throws: ``Failure`` of kind `usage` when there are no results of the campaign.
  public func unusual(campaign: String? = nil, limit: Int? = nil) throws -> Listing {
    try book.snapshot { try unusual(adviceGround(campaign), limit: limit) }
  }

  func unusual(_ ground: AdviceGround, limit: Int? = nil) throws -> Listing {
    var creators: [String: OfCreator] = [:]
    var seen: Set<NoteBrief.Owner> = []
    var known = try NoteCreators(book, of: Int64(ground.asked.count))
    for (note, unusual) in zip(ground.asked, try ground.unusual(in: book)) {
      let isNew = note.owner.map { seen.insert($0).inserted } ?? false
      guard isNew || !unusual.isEmpty else { continue }
      let creator = try known[note]
      let surge = isNew ? creator.flatMap(ground.unusual) : nil
      guard surge != nil || !unusual.isEmpty else { continue }
      var id = creator?.id.text ?? ""
      if case .user(let user)? = note.owner { id = user }
      let found = { Found(id: id, note: note.number, isOfNote: $0, unusual: $1) }
      if let surge { creators[id, default: OfCreator()].own.append(found(false, surge)) }
      creators[id, default: OfCreator()].ofNotes += unusual.map { found(true, $0) }
    }
    let sorted = creators.sorted { $0.key < $1.key }.lazy
      .flatMap { $0.value.own + $0.value.ofNotes }
    return Listing(
      columns: [
        .init("creator_id", "creator id"), .init("nickname", "nickname"), .init("note", "note"),
        .init("title", "title"), .init("unusual", "unusual"), .init("found", "found"),
      ], rows: try rows(Array(sorted.prefix(limit ?? .max))),
      of: creators.values.reduce(0) { $0 + $1.own.count + $1.ofNotes.count })
  }

  private func rows(_ found: [Found]) throws -> [[Cell]] {
    var rows: [[Cell]] = []
    try book.eachResult(.notes(found.map(\.note))) { note, creator in
      let one = found[rows.count]
      rows.append(
        [
          one.id.isEmpty ? .none : .text(one.id),
          .optional(creator?.nickname ?? note.statedCreator.nickname),
          one.isOfNote ? .text(note.name) : .none, one.isOfNote ? .optional(note.title) : .none,
          .text(one.unusual.kind.rawValue), .text(one.unusual.sentence),
        ])
    }
    return rows
  }
}

/// What is unusual of one creator: in the followers, then in the notes, in the order they came into the book.
private struct OfCreator {
  var own: [Found] = []
  var ofNotes: [Found] = []
}

/// Something unusual in the figures of a note, or of the creator who has it among others.
private struct Found {
  let id: String
  let note: Int64
  let isOfNote: Bool
  let unusual: Unusual
}
