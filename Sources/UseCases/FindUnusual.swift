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
    var found: [Found] = []
    var seen: Set<NoteBrief.Owner> = []
    var creators = NoteCreators(book)
    for note in ground.asked {
      let creator = try creators[note]
      var id = creator?.id.text ?? ""
      if case .user(let user)? = note.owner { id = user }
      if let creator, let owner = note.owner, seen.insert(owner).inserted,
        let surge = ground.unusual(creator)
      {
        found.append(Found(id: id, note: note.number, isOfNote: false, unusual: surge))
      }
      found += try ground.unusual(note).map {
        Found(id: id, note: note.number, isOfNote: true, unusual: $0)
      }
    }
    // A stable order: those of one note stay as they were found.
    let sorted = found.enumerated().sorted { left, right in
      let (one, other) = (left.element, right.element)
      if one.id != other.id { return one.id < other.id }
      if one.isOfNote != other.isOfNote { return other.isOfNote }
      return left.offset < right.offset
    }
    return Listing(
      columns: [
        .init("creator_id", "creator id"), .init("nickname", "nickname"), .init("note", "note"),
        .init("title", "title"), .init("unusual", "unusual"), .init("found", "found"),
      ], rows: try rows(sorted.prefix(limit ?? .max).map(\.element)), of: sorted.count)
  }

  private func rows(_ found: [Found]) throws -> [[Cell]] {
    var rows: [[Cell]] = []
    try eachResult(.notes(found.map(\.note))) { note, creator in
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

/// Something unusual in the figures of a note, or of the creator who has it among others.
private struct Found {
  let id: String
  let note: Int64
  let isOfNote: Bool
  let unusual: Unusual
}
