public import Domain
import Interchange

/// Everything the book knows of one creator.
public struct CreatorCard: Sendable {
  /// A quote and where it stands.
  public struct JudgedQuote: Sendable {
    /// The quote.
    public let quote: Quote
    /// Whether it can be booked today: the newest of its format, and within its validity.
    public let isCurrent: Bool
    /// Where it stands against tier range × premium; `nil` without price or followers.
    public let judgement: QuoteBenchmark.Judgement?
  }

  /// The creator at a glance.
  public let summary: CreatorSummary
  /// The ids of creators who were merged into this one, and find it.
  public let formerIDs: [CreatorID]
  /// The tier that follows from the newest follower count.
  public let tier: Tier?
  /// What creators of the tier and categories usually ask.
  public let benchmark: QuoteBenchmark?
  /// Newest first.
  public let followers: [Dated<Int64>]
  /// Newest first.
  public let engagements: [Dated<EngagementRate>]
  /// The newest median of each kind, by name.
  public let medians: [(name: String, median: Dated<Int64>)]
  /// Image before video, newest first.
  public let quotes: [JudgedQuote]
  /// Newest first, then by rater.
  public let ratings: [Rating]
  /// By kind and value.
  public let contacts: [Contact]
  /// Newest first.
  public let notes: [Dated<String>]
  /// The orders, oldest first.
  public let orders: Listing
  /// What came of the creator's notes; `nil` when the book has no results of them.
  public let results: CreatorResults?
}

extension CreatorCard {
  /// The card for machines.
  public func json() -> String {
    JSON.object([
      .init("creator", creatorJSON), .init("tier", .optional(tier?.code)),
      .init("band", .optional(tier?.band.rawValue)),
      .init("categories", .array(summary.categories.map(JSON.string))),
      .init("tags", .array(summary.tags.map(JSON.string))),
      .init("excluded", .array(summary.exclusions.map { .string("\($0)") })),
      .init("followers", .array(followers.map { dated($0, "followers", .integer($0.value)) })),
      .init("engagement", .array(engagements.map(engagementJSON))),
      .init(
        "medians",
        .array(medians.map { dated($0.median, $0.name, .integer($0.median.value)) })),
      .init("usual_fee", benchmarkJSON), .init("quotes", .array(quotes.map(quoteJSON))),
      .init("rating", ratingJSON), .init("ratings", .array(ratings.map(ratingJSON))),
      .init(
        "contacts",
        .array(
          contacts.map {
            .object([.init("kind", .string($0.kind)), .init("value", .string($0.value))])
          })),
      .init("notes", .array(notes.map { dated($0, "text", .string($0.value)) })),
      .init("orders", orders.value), .init("results", results?.value ?? .null),
    ]).text()
  }

  private var creatorJSON: JSON {
    let creator = summary.creator
    return .object([
      .init("creator_id", .string(creator.id.text)), .init("nickname", .string(creator.nickname)),
      .init("user_id", .optional(creator.userID)), .init("red_id", .optional(creator.redID)),
      .init("profile_url", .optional(creator.profileURL)), .init("city", .optional(creator.city)),
      .init("gender", .optional(creator.gender)), .init("agency", .optional(creator.agency)),
      .init("health_level", .optional(creator.healthLevel)),
      .init("former_ids", .array(formerIDs.map { .string($0.text) })),
    ])
  }

  private var benchmarkJSON: JSON {
    guard let range = benchmark?.range else { return .null }
    return .object([
      .init("low_fen", .integer(range.lowerBound.fen)),
      .init("high_fen", .integer(range.upperBound.fen)),
    ])
  }

  private var ratingJSON: JSON {
    .object([
      .init(
        "average",
        summary.rating.averageHundredths.map { .number(Money(fen: $0).yuanText) } ?? .null),
      .init("raters", .integer(summary.rating.raters)),
      .init("disagreement", .integer(summary.rating.disagreement)),
    ])
  }

  private func engagementJSON(_ rate: Dated<EngagementRate>) -> JSON {
    .object([
      .init("day", .string("\(rate.day)")), .init("rate_bp", .integer(rate.value.basisPoints)),
      .init("base", .string(rate.value.base.rawValue)), .init("source", .string(rate.source)),
    ])
  }

  private func quoteJSON(_ judged: JudgedQuote) -> JSON {
    .object([
      .init("format", .string(judged.quote.format.rawValue)),
      .init("price_fen", .optional(judged.quote.price?.fen)),
      .init("quoted_on", .string("\(judged.quote.quotedOn)")),
      .init("valid_until", .optional(judged.quote.validUntil.map { "\($0)" })),
      .init("current", .bool(judged.isCurrent)),
      .init("judgement", .optional(judged.judgement?.rawValue)),
      .init("source", .string(judged.quote.source)),
    ])
  }

  private func ratingJSON(_ rating: Rating) -> JSON {
    .object([
      .init("rater", .string(rating.rater)), .init("day", .string("\(rating.day)")),
      .init("stars", .optional(rating.stars)), .init("verdict", .optional(rating.verdict?.code)),
      .init("ceiling_fen", .optional(rating.verdict?.ceiling?.fen)),
      .init("comment", .string(rating.comment)),
    ])
  }

  private func dated<Value>(_ fact: Dated<Value>, _ name: String, _ value: JSON) -> JSON {
    .object([
      .init("day", .string("\(fact.day)")), .init(name, value),
      .init("source", .string(fact.source)),
    ])
  }
}
