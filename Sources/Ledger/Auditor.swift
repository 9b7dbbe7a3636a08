public import Domain

/// Reads a journal and then reports on one quarter: first the numbers and days of all entries, then the
/// locks, then the orders, each order's entries in the order of their numbers.
///
/// Amounts and balances count entries by their Shanghai day. An order belongs to the quarter when
/// an entry of it is dated there, or when it is open at the quarter's end; findings about orders
/// are reported for the orders that belong. Findings about the journal itself (gaps, sums that are
/// not zero, entries that contradict their order's history) are reported of all that was read.
public struct Auditor: Sendable {
  /// The quarter that is audited.
  public let quarter: Quarter
  let basis: AuditBasis
  let asOf: Day
  let schedule: FeeSchedule
  let days: ClosedRange<Day>
  private(set) var lastSequence: Int64 = 0
  /// In the order in which the orders came.
  private(set) var trails: [OrderTrail] = []
  private var places = OrderPlaces()
  /// What is found of the journal itself: gaps, reopened quarters.
  private var journal: [Finding] = []
  /// The oldest first.
  private var locks: [Lock] = []
  /// Entries of or from the quarter that are dated after the day on which they were written down.
  private var ahead: [Entry] = []
  /// The day of each entry, the first one's first.
  private var entryDays: [Day] = []
  private var isFromMiddle = false
  /// Entries, in the order of their numbers, of orders that are not booked among the entries that came.
  public private(set) var waiting: [Entry] = []

  /// An audit to come.
  ///
  /// - Parameters:
  ///   - asOf: the day on which ages are judged; the quarter's last day unless it is still running.
  ///   - schedule: the fees that should have been frozen.
  public init(
    _ quarter: Quarter, basis: AuditBasis = .charged, asOf: Day? = nil, schedule: FeeSchedule
  ) {
    self.quarter = quarter
    self.basis = basis
    self.schedule = schedule
    days = quarter.firstDay...quarter.lastDay
    self.asOf = min(asOf ?? quarter.lastDay, quarter.lastDay)
  }

  /// The next line of the journal.
  public mutating func add(_ line: JournalLine) {
    switch line {
    case .entry(let entry): add(entry)
    case .lock(let lock): add(lock)
    }
  }

  /// The books are closed, or opened again.
  private mutating func add(_ lock: Lock) {
    locks.append(lock)
    guard lock.kind == .reopen else { return }
    journal.append(.reopened(lock))
  }

  /// The next entry of the journal has this number and is dated on this day.
  public mutating func count(_ sequence: Int64, on day: Day) {
    if sequence != lastSequence + 1 { journal.append(.gap(lastSequence, sequence)) }
    lastSequence = max(lastSequence, sequence)
    entryDays.append(day)
  }

  /// The next entry of an order.
  public mutating func add(_ entry: Entry) {
    guard !isFromMiddle || entry.event.kind == .book || knows(entry.order) else {
      return waiting.append(entry)
    }
    let day = entry.day
    if day > entry.recordedAt.day, days.contains(day) || days.contains(entry.recordedAt.day) {
      ahead.append(entry)
    }
    let (place, isNew) = places.place(of: entry.order)
    if isNew { trails.append(OrderTrail(order: entry.order)) }
    trails[place].add(entry, on: day, days: days, basis: basis)
    if let closed = correctedInClosed(entry) {
      trails[place].findings.append(.correctsClosed(entry, closed))
    }
  }

  /// The day of the entry that an entry corrects, when it lay in closed books by then.
  private func correctedInClosed(_ entry: Entry) -> Day? {
    guard let corrects = entry.corrects, entryDays.indices.contains(Int(corrects) - 1),
      let lock = locks.last(where: { $0.sequence < entry.sequence })
    else { return nil }
    let day = entryDays[Int(corrects) - 1]
    let concernsQuarter = days.contains(day) || days.contains(entry.day)
    return day <= lock.through && concernsQuarter ? day : nil
  }

  /// Whether an entry of the order has come.
  public func knows(_ order: String) -> Bool { places[order] != nil }

  /// This audit without orders, for entries from the middle of the journal: those of orders that were
  /// booked before are put aside (``waiting``).
  public var fromMiddle: Auditor {
    var auditor = self
    (auditor.journal, auditor.ahead, auditor.trails) = ([], [], [])
    (auditor.places, auditor.isFromMiddle) = (OrderPlaces(), true)
    return auditor
  }

  /// Whether this audit can go on by one of the later entries: not when an order is booked in both, or
  /// after other entries of it. Then all must be read in one.
  public func canJoin(_ rest: Auditor) -> Bool {
    rest.trails.allSatisfy { !knows($0.order) } && rest.waiting.allSatisfy { !rest.knows($0.order) }
  }

  /// Goes on by an audit of the later entries, whose waiting ones have been added here already.
  public mutating func join(_ rest: Auditor) {
    for trail in rest.trails { _ = places.place(of: trail.order) }
    trails += rest.trails
    ahead += rest.ahead
  }

  /// The report.
  ///
  /// - Parameters:
  ///   - statements: Pugongying's own for the quarter.
  ///   - orders: the orders that their lines may be of; empty for those that were read.
  ///   - creators: what the book knows of the creators that they name.
  ///   - facts: what the book knew of a creator on an order's booking day; asked once for each order
  ///     that belongs to the quarter.
  public func report<Problem: Error>(
    statements: [PlatformStatement] = [], beside orders: [Order] = [],
    creators: StatedCreators = StatedCreators(),
    facts: (CreatorID, Day) throws(Problem) -> CreatorFacts
  ) throws(Problem) -> Audit {
    // A trail is large: its name and place are sorted instead of it.
    let belonging = trails.indices.filter { trails[$0].belongs(to: days) }
      .map { (order: trails[$0].order, place: $0) }
      .sorted { $0.order.precedesInBytes($1.order) }.map(\.place)
    var groups = AuditGroups()
    var audited: [AuditedOrder] = []
    var findings =
      journal + [Finding].ahead(ahead.sorted { $0.sequence < $1.sequence })
      + JournalFindings(auditor: self).findings
    for place in belonging {
      let trail = trails[place]
      var known = CreatorFacts()
      if let booking = trail.booking, let bookedOn = trail.bookedOn {
        known = try facts(booking.creator, bookedOn)
      }
      if trail.isCounted {
        groups.add(trail, known)
        audited.append(AuditedOrder(trail, known))
      }
      findings += OrderFindings(trail: trail, facts: known, asOf: asOf, schedule: schedule).findings
    }
    let (reconciliations, totals) = reconcile(
      statements, orders.isEmpty ? trails.compactMap(\.standing) : orders, creators.userIDs,
      belonging)
    let beside = StatementFindings(reconciliations, quarter, newcomers: creators.newcomers)
    findings += beside.findings
    return Audit(
      quarter: quarter, basis: basis, asOf: asOf, lastSequence: lastSequence,
      total: groups.total, byTier: groups.byTier, byCreator: groups.byCreator,
      byMCN: groups.byMCN, byCampaign: groups.byCampaign, orders: audited,
      movements: [Account.escrowQuote, .escrowBrandFee, .commitment].map(movement(of:)),
      openOrders: belonging.compactMap { trails[$0].open },
      statements: reconciliations.flatMap(\.statements), reconciliation: totals,
      findings: findings.sorted(by: Finding.comesBefore))
  }

  /// The statements beside all orders, and beside what is counted of those that belong to the quarter.
  private func reconcile(
    _ statements: [PlatformStatement], _ orders: @autoclosure () -> [Order],
    _ userIDs: [CreatorID: String], _ belonging: [Int]
  ) -> ([Reconciliation], [StatementTotals]) {
    guard !statements.isEmpty else { return ([], []) }
    let orders = orders()
    let found = Reconciler(
      days, orders: orders, schedule: schedule, userIDs: userIDs
    ).reconcile(statements)
    let counted = belonging.map { trails[$0] }.filter(\.isCounted).map {
      ($0.order, Charge($0.amounts))
    }
    let amounts = Dictionary(counted) { first, _ in first }
    let named = Dictionary(orders.map { ($0.name, $0) }) { first, _ in first }
    return (found, found.map { StatementTotals($0, basis, counted: amounts, orders: named) })
  }

  private func movement(of account: Account) -> AccountMovement {
    let opening = trails.reduce(Money.zero) { $0 + $1.atStart[account] }
    let closing = trails.reduce(Money.zero) { $0 + $1.atEnd[account] }
    return AccountMovement(account: account, opening: opening, movement: closing - opening)
  }
}

extension Finding {
  fileprivate static func reopened(_ lock: Lock) -> Finding {
    Finding(
      code: .reopened, order: nil,
      evidence: "\(lock.actor) opened the books again from \(lock.through.adding(days: 1)) on "
        + "\(lock.recordedAt.day), entry \(lock.sequence): \(lock.reason)", next: nil)
  }

  fileprivate static func correctsClosed(_ entry: Entry, _ closed: Day) -> Finding {
    Finding(
      code: .lateEntry, order: entry.order,
      evidence: "entry \(entry.sequence) corrects entry \(entry.corrects ?? 0) of \(closed), "
        + "when the books were closed through that day",
      next: CommandText.line("order", "show", entry.order))
  }

  fileprivate static func gap(_ last: Int64, _ next: Int64) -> Finding {
    let evidence =
      next <= last
      ? "entry \(next) comes after entry \(last)"
      : next == last + 2
        ? "entry \(last + 1) is missing" : "entries \(last + 1) through \(next - 1) are missing"
    return Finding(
      code: .sequenceGap, order: nil, evidence: "\(evidence); the journal must count 1, 2, 3 …",
      next: CommandText.line("audit", "--verify"))
  }
}

extension [Finding] {
  /// One finding for all entries that are dated ahead, none when there are none.
  fileprivate static func ahead(_ entries: [Entry]) -> [Finding] {
    guard let first = entries.first else { return [] }
    let shown = entries.prefix(10).map { "\($0.sequence) (\($0.day))" }.joined(separator: ", ")
    let rest = entries.count > 10 ? " and \(entries.count - 10) more" : ""
    return [
      Finding(
        code: .futureDate, order: entries.count == 1 ? first.order : nil,
        evidence: entries.count == 1
          ? "entry \(shown) was dated ahead: it was recorded on \(first.recordedAt.day)"
          : "entries \(shown)\(rest) were dated ahead of the day they were recorded on",
        next: CommandText.line("order", "show", first.order))
    ]
  }
}
