public import Domain

/// What came of recording a quote.
public struct QuoteOutcome: Sendable {
  /// Whose.
  public let id: CreatorID
  /// Whether it said something new.
  public let isNew: Bool
  /// What is usual for the creator's tier and categories; `nil` without a follower count.
  public let benchmark: QuoteBenchmark?
  /// Where the quote stands; `nil` without a price or a benchmark.
  public let judgement: QuoteBenchmark.Judgement?
}
