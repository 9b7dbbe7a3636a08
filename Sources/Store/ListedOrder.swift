public import Domain
public import Ledger

/// An order with what people call its creator.
public struct ListedOrder: Hashable, Sendable {
  /// The order.
  public let order: Order
  /// Whom its creator is kept under: the order's own creator unless that one was merged into another.
  public let creator: CreatorID
  /// The nickname of that creator.
  public let nickname: String

  /// An order and a nickname.
  public init(order: Order, creator: CreatorID, nickname: String) {
    (self.order, self.creator, self.nickname) = (order, creator, nickname)
  }
}
