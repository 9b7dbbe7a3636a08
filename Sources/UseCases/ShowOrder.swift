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
      let creator = try book.creators.key(id: order.booking.creator).map(book.creators.creator)
      let id = order.booking.creator
      let listed = ListedOrder(
        order: order, creator: creator?.id ?? id, nickname: creator?.nickname ?? id.text)
      return OrderHistory(try listing([listed]), try book.ledger.entries(of: name))
    }
  }
}
