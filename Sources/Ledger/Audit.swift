public import Domain

/// A quarter's audit: what each side paid, what is still open, and what looks wrong.
///
/// The same journal, schedule and facts give an equal audit; every list has a stated order.
public struct Audit: Hashable, Sendable {
  /// Which quarter, calendar or fiscal, in Shanghai days.
  public let quarter: Quarter
  /// By which day money counts.
  public let basis: AuditBasis
  /// The day on which ages are judged: the quarter's last, or earlier while it is running.
  public let asOf: Day
  /// The newest entry of the journal; 0 for an empty one.
  public let lastSequence: Int64
  /// All orders together; its key and name are `nil`.
  public let total: AuditGroup
  /// Smallest tier first; orders of creators without known followers last.
  public let byTier: [AuditGroup]
  /// The largest brand total first, then by creator id.
  public let byCreator: [AuditGroup]
  /// The largest brand total first, then by name; orders without an MCN are one group, with key `nil`.
  public let byMCN: [AuditGroup]
  /// The largest brand total first, then by name; orders without a campaign are one group, with key `nil`.
  public let byCampaign: [AuditGroup]
  let counted: AuditedOrders
  /// Accounts 1110, 1120 and 1900, in this order.
  public let movements: [AccountMovement]
  /// Orders with money committed or in escrow at the quarter's end, by order number in byte order.
  public let openOrders: [OpenOrder]
  /// Pugongying's own statements for the quarter, order reports first, then as they were given.
  public let statements: [PlatformStatement]
  /// What each kind of statement comes to beside the total, and why they differ.
  public let reconciliation: [StatementTotals]
  /// The worst first, then by code, then by order number.
  public let findings: [Finding]

  /// The orders that the total counts, by number in byte order; put together anew each time.
  public var orders: [AuditedOrder] { counted.all }

  /// Booked and not paid at the quarter's end.
  public var openCommitment: Money { closing(.commitment) }

  /// Paid and not completed at the quarter's end: quotes and brand fees.
  public var escrow: Money { closing(.escrowQuote) + closing(.escrowBrandFee) }

  /// Whether a finding is an error.
  public var hasErrors: Bool { findings.contains { $0.severity == .error } }

  private func closing(_ account: Account) -> Money {
    movements.first { $0.account == account }?.closing ?? .zero
  }
}
