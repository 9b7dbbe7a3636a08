/// Which orders a person asks for; what is not said doesn't matter.
public struct OrderQuery: Sendable {
  /// Only orders that are neither completed nor cancelled.
  public var onlyOpen = false
  /// Only the orders of the creator that these words mean.
  public var creator: String?
  /// Only orders in which something happened in this quarter, such as `2026Q3`.
  public var quarter: String?
  /// The month that the fiscal year starts in.
  public var fiscalStart = 1

  /// Every order.
  public init() {}
}
