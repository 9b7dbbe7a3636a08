public import Domain

/// What came of recording a quote.
public struct QuoteOutcome: Sendable {
  /// Whose, and whether it said something new.
  public let receipt: CreatorReceipt
  /// What is usual for the creator's tier and categories; `nil` without a follower count.
  public let benchmark: QuoteBenchmark?
  /// Where the quote stands; `nil` without a price or a benchmark.
  public let judgement: QuoteBenchmark.Judgement?
}
