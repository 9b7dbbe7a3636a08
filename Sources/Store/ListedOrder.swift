public import Ledger

/// An order with what people call its creator.
public struct ListedOrder: Hashable, Sendable {
  /// The order.
  public let order: Order
  /// The creator's nickname.
  public let nickname: String

  /// An order and a nickname.
  public init(order: Order, nickname: String) {
    (self.order, self.nickname) = (order, nickname)
  }
}
