public import Domain
import Ledger

/// What recording an event came to.
public struct OrderReceipt: Sendable {
  /// The order's number, or the name that the book gave it.
  public let order: String
  /// The event's entry in the journal.
  public let sequence: Int64
  /// Whether it was recorded now, and not earlier under the same key.
  public let isNew: Bool
  /// How far the order has come: booked, paid, completed or cancelled.
  public let status: String
  /// What the order comes to for the brand now: quote and brand-side fee.
  public let brandTotal: Money
  /// What the creator receives of it.
  public let creatorNet: Money
  /// What the platform keeps of it.
  public let platform: Money
  /// Whether the order has no Pugongying number or was placed past Pugongying.
  public let isOffPlatform: Bool
  /// The event's day, when that is yet to come; `nil` for what has happened.
  public let comingDay: Day?
  /// The event's day and that of the booking, when that came later; `nil` for what came after it.
  public let tooEarly: (day: Day, bookedOn: Day)?

  /// - Parameter now: what has not come by then is yet to come.
  init(order: Order, entry: Entry, isNew: Bool, now: Moment) {
    comingDay = entry.day > now.day ? entry.day : nil
    tooEarly = entry.day < order.bookedOn ? (entry.day, order.bookedOn) : nil
    self.order = order.name
    sequence = entry.sequence
    self.isNew = isNew
    let amounts = order.state.recognised
    status = order.state.status.rawValue
    (brandTotal, creatorNet) = (amounts.brandTotal, amounts.creatorNet)
    platform = amounts.platform
    isOffPlatform = !order.booking.hasNumber || order.booking.channel == .direct
  }

  /// The receipt in one sentence.
  public var sentence: String {
    let what = isNew ? "entry \(sequence)" : "already recorded as entry \(sequence)"
    return "order \(order) is \(status) (\(what)): brand \(brandTotal), creator \(creatorNet), "
      + "platform \(platform)"
  }

  /// Receipts as a list, in the order they were recorded.
  public static func listing(_ receipts: [OrderReceipt]) -> Listing {
    Listing(
      columns: [
        .init("order", "order"), .init("seq", "entry", .integer), .init("new", "new"),
        .init("status", "status"), .init("brand_total", "brand total", .money),
        .init("creator_net", "creator net", .money), .init("platform", "platform", .money),
      ],
      rows: receipts.map { receipt in
        [
          .text(receipt.order), .integer(receipt.sequence), .text(receipt.isNew ? "yes" : "no"),
          .text(receipt.status), .money(receipt.brandTotal), .money(receipt.creatorNet),
          .money(receipt.platform),
        ]
      })
  }
}
