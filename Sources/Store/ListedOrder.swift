public import Ledger

/// An order with what people call its creator.
public struct ListedOrder: Hashable, Sendable {
  /// The order.
  public let order: Order
  /// The creator's nickname.
  public let nickname: String
}
