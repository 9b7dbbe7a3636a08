import Domain
import Interchange
import Ledger

/// An order with everything that happened to it.
public struct OrderHistory: Sendable {
  /// The order as it stands: one row.
  public let order: Listing
  /// Its journal entries, oldest first.
  public let entries: Listing
  /// What the entries moved: by entry, in the ledger's order.
  public let transfers: Listing

  init(_ order: Listing, _ entries: [Entry]) {
    self.order = order
    self.entries = Listing(
      columns: [
        .init("seq", "entry", .integer), .init("at", "at"), .init("event", "event"),
        .init("says", "says", .list), .init("by", "by"), .init("reason", "reason"),
        .init("corrects", "corrects", .integer), .init("recorded_at", "recorded"),
      ],
      rows: entries.map { entry in
        [
          .integer(entry.sequence), .text("\(entry.at)"), .text(entry.event.kind.rawValue),
          .list(EventFields(entry.event).fields.map { "\($0.key)=\($0.value)" }),
          .text(entry.actor), .text(entry.reason), .optional(entry.corrects),
          .text("\(entry.recordedAt)"),
        ]
      })
    transfers = Listing(
      columns: [
        .init("seq", "entry", .integer), .init("event", "event"), .init("debit", "debit"),
        .init("debit_name", "account"), .init("credit", "credit"),
        .init("credit_name", "account"), .init("amount", "amount", .money),
      ],
      rows: entries.flatMap { entry in
        entry.transfers.map { transfer in
          [
            .integer(entry.sequence), .text(entry.event.kind.rawValue),
            .text("\(transfer.debit.number)"), .text(transfer.debit.title),
            .text("\(transfer.credit.number)"), .text(transfer.credit.title),
            .money(transfer.amount),
          ]
        }
      })
  }

  /// The history for machines.
  public func json() -> String {
    JSON.object([
      .init("order", order.value), .init("entries", entries.value),
      .init("transfers", transfers.value),
    ]).text()
  }
}
