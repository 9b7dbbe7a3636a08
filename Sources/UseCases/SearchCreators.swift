import Domain
import Store

extension OpenBook {
  /// The creators that words find: those named so first, then nicknames that begin with the words, have them
  /// elsewhere, are read so in pinyin; then by id, by MCN and by tag. Of one place, most followers first,
  /// then as they came into the book.
  ///
  /// - Parameters:
  ///   - limit: how many are listed at the most; `all` counts the others too.
  ///   - indexing: told how many names are read first, after many creators came into the book.
  public func search(
    _ text: String, limit: Int, indexing: (Int64) -> Void
  ) throws -> (listing: Listing, all: Int) {
    let words = try searchWords(text)
    try book.refreshSearch(pinyin, indexing: indexing)
    return try book.snapshot {
      let found = try matches(words)
      let ranked = try ranked(found, words)
      let rows = try ranked.prefix(limit).map { rank in
        try row(rank, label: found.labels[rank.key])
      }
      return (Listing(columns: Self.searchColumns, rows: rows), ranked.count)
    }
  }

  private struct Rank {
    let key: CreatorKey
    let place: SearchPlace
    let followers: Int64?
  }

  private func ranked(_ found: SearchMatches, _ words: SearchWords) throws -> [Rank] {
    try found.places.map { key, place in
      let (nickname, followers) = try book.search.rank(key, on: today)
      let isName = place == .inside
      return Rank(
        key: key,
        place: isName ? words.place(in: Key.foldedScalars(nickname)) ?? place : place,
        followers: followers)
    }.sorted { left, right in
      if left.place != right.place { return left.place < right.place }
      let (leftCount, rightCount) = (left.followers ?? -1, right.followers ?? -1)
      return leftCount == rightCount ? left.key < right.key : leftCount > rightCount
    }
  }

  private static let searchColumns: [Listing.Column] = [
    .init("creator_id", "ID"), .init("nickname", "Nickname"), .init("red_id", "小红书号"),
    .init("followers", "Followers", .integer), .init("agency", "MCN"), .init("city", "City"),
    .init("found", "Found by"),
  ]

  private func row(_ rank: Rank, label: String?) throws -> [Cell] {
    let creator = try book.creators.creator(rank.key)
    let found = [rank.place.words, rank.place == .tag ? label : nil].compactMap(\.self)
    return [
      .text(creator.id.text), .text(creator.nickname), .optional(creator.redID),
      .optional(rank.followers), .optional(creator.agency), .optional(creator.city),
      .text(found.joined(separator: " ")),
    ]
  }
}
