import Domain

/// Something an auditor should look at: what, how bad, the evidence, and what resolves it.
public struct Finding: Hashable, Sendable {
  /// The rule (LEDGER section 8); its raw value is what reports show.
  public enum Code: String, CaseIterable, Sendable {
    /// A book does not sum to zero, or an entry does not follow from its order's history.
    case unbalanced = "UNBALANCED"
    /// An entry is not the one that was recorded, or is gone.
    case chainBroken = "CHAIN_BROKEN"
    /// The journal is not the one whose head was kept elsewhere.
    case headMismatch = "HEAD_MISMATCH"
    /// A table, view or trigger of the book is not as this program makes it.
    case schemaChanged = "SCHEMA_CHANGED"
    /// The journal's numbers are not 1 through N; of a statement's lines only a warning.
    case sequenceGap = "SEQ_GAP"
    /// The statement has another quote, or a fee more than one fen away from the expected one.
    case feeMismatch = "FEE_MISMATCH"
    /// The statement charges the rate of boosted orders; the books took an ordinary one.
    case boostedRate = "BOOSTED_RATE"
    /// The statement names another creator.
    case creatorMismatch = "CREATOR_MISMATCH"
    /// A line of a statement without an order in the books.
    case unreconciled = "UNRECONCILED"
    /// An order of the quarter without a line in the statement.
    case unbilled = "UNBILLED"
    /// The statement has the order in another quarter than the books.
    case outOfQuarter = "OUT_OF_QUARTER"
    /// The same, by a day across the quarter's boundary, as a time of another zone would be.
    case boundary = "BOUNDARY"
    /// Orders were booked after the statement's day.
    case staleStatement = "STALE_STATEMENT"
    /// The statement's fee differs by one fen.
    case rounding = "ROUNDING"
    /// The statement's fee is cut to whole yuan.
    case truncated = "TRUNCATED"
    /// Frozen fees differ from the schedule of the booking day, or the schedule has a gap there.
    case rateOutside = "RATE_OUTSIDE"
    /// No Pugongying order number, or booked past the platform.
    case offPlatform = "OFF_PLATFORM"
    /// One order number twice, once white space and full-width letters are evened out.
    case duplicateOrder = "DUP_ORDER"
    /// The same creator paid the same amount on the same day twice.
    case duplicatePayment = "DUP_PAYMENT"
    /// A quote above tier range × category premium.
    case aboveBenchmark = "ABOVE_BENCHMARK"
    /// Paid more than 60 days ago, and not completed.
    case staleEscrow = "STALE_ESCROW"
    /// An entry is dated before the entry of the same order that it follows.
    case outOfOrder = "OUT_OF_ORDER"
    /// Dated after the day on which it was written down.
    case futureDate = "FUTURE_DATE"
    /// Written down more than 7 days after it happened.
    case lateEntry = "LATE_ENTRY"
    /// Adjusted by hand.
    case manualAdjust = "MANUAL_ADJUST"
    /// A dollar rate stands for days more than 7 days later.
    case staleRate = "FX_STALE"
    /// Closed books were opened again.
    case reopened = "REOPENED"

    /// How bad it is.
    var severity: Severity {
      switch self {
      case .unbalanced, .chainBroken, .headMismatch, .schemaChanged, .sequenceGap, .rateOutside,
        .offPlatform, .duplicateOrder, .feeMismatch, .boostedRate, .creatorMismatch, .unreconciled,
        .unbilled:
        .error
      case .duplicatePayment, .aboveBenchmark, .staleEscrow, .outOfOrder, .futureDate,
        .outOfQuarter, .boundary, .staleStatement:
        .warn
      case .lateEntry, .manualAdjust, .reopened, .rounding, .truncated, .staleRate: .info
      }
    }
  }

  /// How bad it is. An audit with an error ends with exit code 3.
  public enum Severity: String, CaseIterable, Comparable, Sendable {
    /// The books or the orders are wrong.
    case error
    /// Probably wrong; somebody should look.
    case warn
    /// For the record.
    case info

    /// The worst first.
    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    fileprivate var rank: Int {
      switch self {
      case .error: 0
      case .warn: 1
      case .info: 2
      }
    }
  }

  /// The rule.
  public let code: Code
  /// The order it is about; `nil` when it is about the whole book.
  public let order: String?
  /// One sentence, no full stop at the end.
  public let evidence: String
  /// The command that resolves it or shows more, if there is one.
  public let next: String?

  /// How bad it is.
  public let severity: Severity

  /// A finding; as bad as its rule says, unless told otherwise.
  public init(
    code: Code, order: String?, evidence: String, next: String?, severity: Severity? = nil
  ) {
    (self.code, self.order, self.evidence, self.next) = (code, order, evidence, next)
    self.severity = severity ?? code.severity
  }

  /// The worst first, then by code, then by order number in byte order, then by evidence.
  public static func comesBefore(_ left: Finding, _ right: Finding) -> Bool {
    if left.severity != right.severity { return left.severity < right.severity }
    if left.code != right.code { return left.code.rawValue < right.code.rawValue }
    let (first, second) = (left.order ?? "", right.order ?? "")
    if first != second { return first.precedesInBytes(second) }
    return left.evidence.precedesInBytes(right.evidence)
  }

  /// Findings in the order of ``comesBefore(_:_:)``, told by numbers as far as these tell.
  static func sorted(_ findings: [Finding]) -> [Finding] {
    let keys = findings.indices.map { place in
      let finding = findings[place]
      return (
        severity: finding.severity.rank, code: NameStart(finding.code.rawValue.utf8.span),
        order: NameStart((finding.order ?? "").utf8.span), place: place
      )
    }
    return keys.sorted { left, right in
      if left.severity != right.severity { return left.severity < right.severity }
      if left.code != right.code { return left.code.precedes(right.code) }
      if left.order != right.order { return left.order.precedes(right.order) }
      return comesBefore(findings[left.place], findings[right.place])
    }.map { findings[$0.place] }
  }
}
