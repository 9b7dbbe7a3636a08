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
    let unusual = try ground.unusual(in: book)
    var creators: [String: OfCreator] = [:]
    var seen: Set<NoteBrief.Owner> = []
    var known = try NoteCreators(book, of: Int64(ground.asked.count))
    for (place, note) in ground.asked.enumerated() {
      let isNew = note.owner.map { seen.insert($0).inserted } ?? false
      guard isNew || !unusual[place].isEmpty else { continue }
      let creator = try known[note]
      let surge = isNew ? creator.flatMap(ground.unusual) : nil
      guard surge != nil || !unusual[place].isEmpty else { continue }
      var id = creator?.id.text ?? ""
      if case .user(let user)? = note.owner { id = user }
      creators[id, default: OfCreator()].add(surge, place, unusual[place].count)
    }
    var found: [Found] = []
    for (id, one) in creators.sorted(by: { $0.key < $1.key }) {
      guard found.count < limit ?? .max else { break }
      found += one.surges.map { Found(id, ground.asked[$0.place], isOfNote: false, $0.surge) }
      for place in one.notes {
        found += unusual[place].map { Found(id, ground.asked[place], isOfNote: true, $0) }
      }
    }
    return Listing(
      columns: [
        .init("creator_id", "creator id"), .init("nickname", "nickname"), .init("note", "note"),
        .init("title", "title"), .init("unusual", "unusual"), .init("found", "found"),
      ], rows: try rows(Array(found.prefix(limit ?? .max))),
      of: creators.values.reduce(0) { $0 + $1.count })
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
  /// With the place of a note of the creator.
  private(set) var surges: [(place: Int, surge: Unusual)] = []
  /// The places of the notes.
  private(set) var notes: [Int] = []
  private(set) var count = 0

  mutating func add(_ surge: Unusual?, _ place: Int, _ ofNote: Int) {
    if let surge { surges.append((place, surge)) }
    if ofNote > 0 { notes.append(place) }
    count += ofNote + (surge == nil ? 0 : 1)
  }
}

/// Something unusual in the figures of a note, or of the creator who has it among others.
private struct Found {
  let id: String
  let note: Int64
  let isOfNote: Bool
  let unusual: Unusual

  init(_ id: String, _ note: NoteBrief, isOfNote: Bool, _ unusual: Unusual) {
    (self.id, self.note, self.isOfNote, self.unusual) = (id, note.number, isOfNote, unusual)
  }
}
