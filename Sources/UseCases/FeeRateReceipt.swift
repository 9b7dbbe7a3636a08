public import Domain
import Ledger

/// What adding service fees to the schedule came to.
public struct FeeRateReceipt: Sendable {
  let rates: [String]
  let mode: String
  /// The first day they hold.
  public let from: Day
  /// Whether the schedule did not have them before.
  public let isNew: Bool
  /// How many orders are booked from that day on with the fees that held when they were.
  public let ordersSince: Int64

  /// The receipt in one sentence.
  public var sentence: String {
    let what = "\(rates.joined(separator: ", ")) for \(mode) orders from \(from)"
    guard isNew else { return "the schedule has this already: \(what)" }
    guard ordersSince > 0 else { return "added \(what)" }
    let orders = ordersSince == 1 ? "1 order" : "\(Grouped.text(ordersSince)) orders"
    return "added \(what); \(orders) booked since then keep the fees of their booking"
  }
}
