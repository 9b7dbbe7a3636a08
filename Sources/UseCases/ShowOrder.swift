import Domain
import Ledger
import Store

extension OpenBook {
  /// An order and its history.
  ///
  /// - Throws: ``Failure`` when the book has no order of that number.
  public func order(_ number: String) throws -> OrderHistory {
    try book.snapshot {
      let name = Self.orderName(number) ?? ""
      guard let order = try book.ledger.order(name) else {
        throw Failure(
          .failed, "there is no order \(name) in this book", next: "kolbook order list")
      }
      let nickname = try book.creators.key(id: order.booking.creator)
        .map { try book.creators.creator($0).nickname }
      let listed = ListedOrder(order: order, nickname: nickname ?? order.booking.creator.text)
      return OrderHistory(Self.listing([listed]), try book.ledger.entries(of: name))
    }
  }
}
