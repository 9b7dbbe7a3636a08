import Domain
import Store

extension OpenBook {
  /// What is far from usual in the figures of notes, all or those of a campaign, and in the followers of
  /// their creators: by creator, each creator's own finding before those of the notes, these in the order
  /// they came into the book. It says what to look at, and accuses nobody.
  ///
  /// - Throws: ``Failure`` of kind `usage` when there are no results of the campaign.
  public func unusual(campaign: String? = nil) throws -> Listing {
    try book.snapshot { try unusual(campaign, AdviceGround(book)) }
  }

  func unusual(_ campaign: String?, _ ground: AdviceGround) throws -> Listing {
    var found: [(id: String, place: Int64, cells: [Cell])] = []
    var seen: Set<String> = []
    try eachAdvised(campaign, ground) { note, _, creator, unusual in
      let id = creator?.id.text ?? note.statedCreator.userID ?? ""
      let head: [Cell] = [
        id.isEmpty ? .none : .text(id),
        .optional(creator?.nickname ?? note.statedCreator.nickname),
      ]
      if let creator, seen.insert(id).inserted {
        let points = creator.history.followers.map { Surge.Point(day: $0.day, count: $0.value) }
        if let surge = ground.checks.unusual(followers: points) {
          found.append((id, -1, head + [.none, .none] + Self.cells(surge)))
        }
      }
      for one in unusual {
        let cells = [.text(note.name), .optional(note.title)] + Self.cells(one)
        found.append((id, note.number, head + cells))
      }
    }
    let sorted = found.enumerated().sorted { left, right in
      (left.element.id, left.element.place, left.offset)
        < (right.element.id, right.element.place, right.offset)
    }
    return Listing(
      columns: [
        .init("creator_id", "creator id"), .init("nickname", "nickname"), .init("note", "note"),
        .init("title", "title"), .init("unusual", "unusual"), .init("found", "found"),
      ], rows: sorted.map(\.element.cells))
  }

  private static func cells(_ unusual: Unusual) -> [Cell] {
    [.text(unusual.kind.rawValue), .text(unusual.sentence)]
  }
}
