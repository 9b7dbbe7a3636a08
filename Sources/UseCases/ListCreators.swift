public import Domain
import Store

extension OpenBook {
  /// The creators that a search finds, at a glance: most followers first, then by id.
  public func creators(
    _ search: CreatorSearch, indexing: (Int, Int) -> Void = { _, _ in }
  ) throws -> [CreatorSummary] {
    try prepareSearch(search, indexing)
    return try book.snapshot { try summaries(search) }
  }

  /// The same inside a snapshot of the caller.
  func summaries(_ search: CreatorSearch) throws -> [CreatorSummary] {
    let keys = try search.words.map { said in
      try Set(matches(searchWords(said)).hits.map(\.key)).union(
        try book.search.keys(noted: Key.normalised(said)))
    }
    return try book.summaries.summaries(filter(search), among: keys.map(Array.init), on: today)
  }

  /// Brings the index of names up to date if the search has words to look for.
  func prepareSearch(_ search: CreatorSearch, _ indexing: (Int, Int) -> Void) throws {
    guard let said = search.words else { return }
    _ = try searchWords(said)
    try book.refreshSearch(on: today, pinyin, progress: indexing)
  }

  /// The same as a list: quotes outside *tier range × premium* carry a flag.
  public func listing(of creators: [CreatorSummary]) throws -> Listing {
    let benchmarks = try benchmarks()
    return Listing(columns: Self.creatorColumns, rows: creators.map { row(of: $0, benchmarks) })
  }

  private static let creatorColumns: [Listing.Column] = [
    .init("creator_id", "ID"), .init("nickname", "Nickname"), .init("tier", "Tier"),
    .init("followers", "Followers", .integer),
    .init("engagement_rate", "Engagement", .basisPoints), .init("image_quote", "Image", .money),
    .init("video_quote", "Video", .money), .init("quote_flag", "Quote"),
    .init("rating", "Rating", .hundredths), .init("raters", "Raters", .integer),
    .init("disagreement", "Spread", .integer), .init("categories", "Categories", .list),
    .init("agency", "MCN"), .init("city", "City"), .init("tags", "Tags", .list),
    .init("excluded", "Kept out"),
  ]

  private func row(of summary: CreatorSummary, _ benchmarks: Benchmarks) -> [Cell] {
    let benchmark = benchmarks.benchmark(
      followers: summary.followers, categories: summary.categories)
    let flags = summary.quotes.compactMap { quote in
      quote.price.flatMap { benchmark?.judge($0) }.flatMap { judgement in
        judgement == .within ? nil : "\(quote.format.rawValue) \(judgement.rawValue)"
      }
    }
    return [
      .text(summary.creator.id.text), .text(summary.creator.nickname),
      .optional(summary.followers.map { benchmarks.tiers.tier(followers: $0).code }),
      .optional(summary.followers),
      summary.engagement.map { .basisPoints($0.basisPoints) } ?? .none,
      .optional(summary.price(.image)), .optional(summary.price(.video)),
      flags.isEmpty ? .none : .text(flags.joined(separator: ", ")),
      summary.rating.averageHundredths.map(Cell.hundredths) ?? .none,
      .optional(summary.rating.raters > 0 ? summary.rating.raters : nil),
      .optional(summary.rating.raters > 1 ? summary.rating.disagreement : nil),
      .list(summary.categories), .optional(summary.creator.agency),
      .optional(summary.creator.city), .list(summary.tags),
      summary.exclusions.isEmpty
        ? .none : .text(summary.exclusions.map(\.description).joined(separator: "; ")),
    ]
  }
}
