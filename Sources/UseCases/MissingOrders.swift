import Domain
import Ledger

/// The orders that Pugongying's statements have and the books don't, as events that
/// `kolbook order import` records.
///
/// An event is what a statement gives a day for. No statement says when an order was paid, which every
/// published or completed one was: it stands on the day the order was made, and the reason says so. An order of
/// which none says when it was made is left out. Where none says whose it is, the cell is empty, and somebody
/// must fill it.
struct MissingOrders: Sendable {
  private static let columns = [
    "at", "event", "order", "creator", "nickname", "quote", "mode", "campaign", "reason", "key",
  ]

  /// Those whose day is known.
  let dated: [(order: StatedOrder, day: Day)]
  /// How many there are without.
  let undated: Int

  init(_ orders: [StatedOrder]) {
    dated = orders.compactMap { order in order.createdOn.map { (order, $0) } }
    undated = orders.count - dated.count
  }

  /// The events, by order number, each order's as they happened.
  var listing: Listing {
    Listing(
      columns: Self.columns.map { .init($0, $0) }, rows: dated.flatMap(Self.rows))
  }

  private static func rows(_ order: StatedOrder, _ madeOn: Day) -> [[Cell]] {
    let source = order.places.map(\.text).joined(separator: ", ")
    let isPaid = order.publishedOn != nil || order.completedOn != nil
    var rows = [
      row(
        order, .book, madeOn, source,
        [
          .optional(order.named?.userID), .optional(order.named?.nickname),
          .text(order.quote.yuanText), .text(order.mode.rawValue), .optional(order.campaign),
        ])
    ]
    if isPaid {
      rows.append(
        row(order, .pay, madeOn, "\(source): no day of payment; that of the order"))
    }
    if let day = order.publishedOn { rows.append(row(order, .publish, day, source)) }
    if let day = order.completedOn { rows.append(row(order, .complete, day, source)) }
    return rows
  }

  private static func row(
    _ order: StatedOrder, _ event: Event.Kind, _ day: Day, _ reason: String,
    _ booking: [Cell] = Array(repeating: .none, count: 5)
  ) -> [Cell] {
    [.text("\(day)"), .text(event.rawValue), .text(order.name)] + booking
      + [.text(reason), .text("\(order.name) \(event.rawValue)")]
  }
}
