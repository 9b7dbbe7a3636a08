public import Domain

/// Which orders a list shows; what is `nil` doesn't matter.
public struct OrderFilter: Sendable {
  /// Only orders that are neither completed nor cancelled.
  public var onlyOpen = false
  /// Only a creator's orders.
  public var creator: CreatorID?
  /// Only orders with an entry dated on one of these days.
  public var days: ClosedRange<Day>?

  /// Every order.
  public init() {}
}
