/// What a creator's note usually reaches, as it was known on a day.
public struct ExpectedResult: Hashable, Sendable {
  /// Reads; `nil` when nothing said it.
  public let reads: Int64?
  /// Interactions; `nil` when nothing said it.
  public let interactions: Int64?
  /// What the reads are from: a median such as `reads.sponsored.30d`.
  public let readsFrom: String?
  /// What the interactions are from: a median, or `engagement × followers`.
  public let interactionsFrom: String?

  /// An expectation.
  public init(
    reads: Int64?, readsFrom: String?, interactions: Int64?, interactionsFrom: String?
  ) {
    (self.reads, self.readsFrom) = (reads, readsFrom)
    (self.interactions, self.interactionsFrom) = (interactions, interactionsFrom)
  }
}
