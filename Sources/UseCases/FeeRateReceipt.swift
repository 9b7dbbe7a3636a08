public import Domain
import Ledger

/// What adding service fees to the schedule came to.
public struct FeeRateReceipt: Sendable {
  let rates: [(side: FeeRate.Side, share: Share)]
  let mode: FeeRate.Mode
  /// The first day they hold.
  public let from: Day
  /// Whether the schedule did not have them before.
  public let isNew: Bool
  /// How many orders are booked from that day on with the fees that held when they were.
  public let ordersSince: Int64

  /// The receipt in one sentence.
  public var sentence: String {
    let shares = rates.map { "\($0.side.rawValue) \($0.share)" }.joined(separator: ", ")
    let what = "\(shares) for \(mode.rawValue) orders from \(from)"
    guard isNew else { return "the schedule has this already: \(what)" }
    guard ordersSince > 0 else { return "added \(what)" }
    let orders = ordersSince == 1 ? "1 order" : "\(Grouped.text(ordersSince)) orders"
    return "added \(what); \(orders) booked since then keep the fees of their booking"
  }

  /// The receipt as a row for each side, brand first.
  public var listing: Listing {
    Listing(
      columns: [
        .init("side", "side"), .init("mode", "mode"), .init("from", "from"),
        .init("rate", "rate", .basisPoints), .init("changed", "changed"),
      ],
      rows: rates.map { side, share in
        [
          .text(side.rawValue), .text(mode.rawValue), .optional(from),
          .basisPoints(share.basisPoints), .text(isNew ? "yes" : "no"),
        ]
      })
  }
}
