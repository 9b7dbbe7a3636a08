import Domain
import Store

extension OpenBook {
  /// The creators that words find: those named so first, then nicknames that begin with the words, have them
  /// elsewhere, are read so in pinyin; then by id, by MCN and by tag. Of one place, most followers first,
  /// then as they came into the book.
  ///
  /// - Parameters:
  ///   - limit: how many are listed at the most; `all` counts the others too.
  ///   - indexing: told how many names of how many were read, when many creators came into the book.
  public func search(
    _ text: String, limit: Int, indexing: (Int, Int) -> Void
  ) throws -> (listing: Listing, all: Int) {
    let words = try searchWords(text)
    try book.refreshSearch(on: today, pinyin, progress: indexing)
    return try book.snapshot {
      let found = try matches(words)
      let rows = try best(limit, of: found.hits).map { rank in
        try row(rank, tag: found.tags[rank.hit.key])
      }
      return (Listing(columns: Self.searchColumns, rows: rows), found.hits.count)
    }
  }

  private struct Rank {
    let hit: SearchHit
    let followers: Int64

    func isBefore(_ other: Rank) -> Bool {
      if hit.place != other.hit.place { return hit.place < other.hit.place }
      if followers != other.followers { return followers > other.followers }
      return hit.key < other.hit.key
    }
  }

  /// The first of some hits in order: they are few of many, so only they are sorted.
  private func best(_ limit: Int, of hits: [SearchHit]) throws -> ArraySlice<Rank> {
    let followers = try book.search.followers(of: hits.map(\.key), on: today)
    var best: [Rank] = []
    var last: Rank?
    for (hit, followers) in zip(hits, followers) {
      let rank = Rank(hit: hit, followers: followers)
      if let last, !rank.isBefore(last) { continue }
      best.append(rank)
      guard best.count >= 2 * limit else { continue }
      best.sort { $0.isBefore($1) }
      best.removeSubrange(limit...)
      last = best.last
    }
    return best.sorted { $0.isBefore($1) }.prefix(limit)
  }

  private static let searchColumns: [Listing.Column] = [
    .init("creator_id", "ID"), .init("nickname", "Nickname"), .init("red_id", "小红书号"),
    .init("followers", "Followers", .integer), .init("agency", "MCN"), .init("city", "City"),
    .init("found", "Found by"),
  ]

  private func row(_ rank: Rank, tag: String?) throws -> [Cell] {
    let creator = try book.creators.creator(rank.hit.key)
    let place = rank.hit.place
    let found = [place.words, place == .tag ? tag : nil].compactMap(\.self)
    return [
      .text(creator.id.text), .text(creator.nickname), .optional(creator.redID),
      .optional(rank.followers < 0 ? nil : rank.followers), .optional(creator.agency),
      .optional(creator.city), .text(found.joined(separator: " ")),
    ]
  }
}
