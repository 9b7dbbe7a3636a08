/// By which day a quarter counts an order's money (LEDGER section 6).
public enum AuditBasis: String, CaseIterable, Sendable {
  /// The day it is charged: pay, amend, refund, cancel, adjust. A refund lowers the quarter it falls in.
  case charged
  /// The day it becomes cost: completion, and what changes afterwards.
  case settled
  /// All of it on the booking day. Restates closed quarters: for comparing campaigns, not for books.
  case orderDate = "order-date"
}
