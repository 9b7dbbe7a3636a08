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
  private var places = NamePlaces()
  /// What is found of the journal itself: gaps, reopened quarters.
  private var journal: [Finding] = []
  /// The oldest first.
  private var locks: [Lock] = []
  /// Entries of or from the quarter that are dated after the day on which they were written down.
  private var ahead: [Entry] = []
  /// The days of entries, of those at least that others correct.
  private var entryDays: [Int64: Day] = [:]
  /// What was open of all orders before the quarter began, and when it ended.
  private var atStart = OpenAmounts()
  private var atEnd = OpenAmounts()
  private var isFromMiddle = false
  /// Entries, in the order of their numbers, of orders that are not booked among the entries that came.
  public private(set) var waiting: [Entry] = []
  /// Their orders.
  private var strangers = NamePlaces()

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
    count(sequence)
    tell(day, of: sequence)
  }

  /// The next entry of the journal has this number.
  public mutating func count(_ sequence: Int64) {
    if sequence != lastSequence + 1 { journal.append(.gap(lastSequence, sequence)) }
    lastSequence = max(lastSequence, sequence)
  }

  /// The journal's numbers are 1 through this one.
  public mutating func count(through newest: Int64) { lastSequence = newest }

  /// An entry that another one corrects is dated on this day.
  public mutating func tell(_ day: Day, of sequence: Int64) { entryDays[sequence] = day }

  /// The next entry of an order.
  public mutating func add(_ entry: Entry) { add(entry, places[entry.order]) }

  /// The next entry of an order, told to its end; a lock is passed over.
  ///
  /// - Parameter place: where its order is (``place(of:)``).
  /// - Throws: ``JournalLine/Unreadable`` when this program doesn't write such entries.
  public mutating func add(
    _ entry: borrowing EncodedEntry, at place: Int?
  ) throws(JournalLine.Unreadable) {
    // A name that nobody asks for is left where it is.
    if let entry = try Entry(entry, order: place == nil ? nil : "") {
      add(entry, place)
    } else {
      _ = try JournalLine(entry)
    }
  }

  /// Where the order of an entry is, if entries of it have come.
  public func place(of entry: borrowing EncodedEntry) -> Int? { entry.place(among: places) }

  /// - Parameter known: where its order is, if entries of it have come; then the entry need not name it.
  private mutating func add(_ entry: Entry, _ known: Int?) {
    guard !isFromMiddle || entry.event.kind == .book || known != nil else {
      _ = strangers.place(of: entry.order)
      return waiting.append(entry)
    }
    let day = entry.day
    if day > entry.recordedAt.day, days.contains(day) || days.contains(entry.recordedAt.day) {
      ahead.append(entry.named(known.map { places.names[$0] }))
    }
    for transfer in entry.transfers where day <= days.upperBound {
      atEnd.add(transfer)
      if day < days.lowerBound { atStart.add(transfer) }
    }
    let place = known ?? places.place(of: entry.order).place
    if known == nil { trails.append(OrderTrail(order: entry.order)) }
    trails[place].add(entry, on: day, days: days, basis: basis)
    if let closed = correctedInClosed(entry) {
      trails[place].add(.correctsClosed(entry.named(trails[place].order), closed))
    }
  }

  /// The day of the entry that an entry corrects, when it lay in closed books by then.
  private func correctedInClosed(_ entry: Entry) -> Day? {
    guard let corrects = entry.corrects, let day = entryDays[corrects],
      let lock = locks.last(where: { $0.sequence < entry.sequence })
    else { return nil }
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
    (auditor.places, auditor.waiting, auditor.strangers) = (NamePlaces(), [], NamePlaces())
    auditor.isFromMiddle = true
    (auditor.atStart, auditor.atEnd) = (OpenAmounts(), OpenAmounts())
    return auditor
  }

  /// Whether this audit can go on by one of the later entries: not when an order is booked in both, or
  /// after other entries of it. Then all must be read in one.
  public func canJoin(_ rest: Auditor) -> Bool {
    !places.overlaps(rest.places) && !rest.places.overlaps(rest.strangers)
  }

  /// Takes over all that an audit of earlier entries knows of an order; none of the order's has come here.
  ///
  /// - Parameter early: an audit of entries dated before the quarter.
  /// - Returns: `false` when that doesn't know the order from its booking on.
  public mutating func take(_ order: String, from early: Auditor) -> Bool {
    guard let place = early.places[order], early.strangers[order] == nil else { return false }
    let trail = early.trails[place]
    _ = places.place(of: order)
    trails.append(trail)
    atStart.add(trail.atEnd)
    atEnd.add(trail.atEnd)
    ahead += early.ahead.filter { $0.order == order }
    return true
  }

  /// Goes on by an audit of the later entries, whose waiting ones have been added here already.
  public mutating func join(_ rest: Auditor) {
    places.append(rest.places)
    trails += rest.trails
    ahead += rest.ahead
    atStart.add(rest.atStart)
    atEnd.add(rest.atEnd)
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
    var groups = AuditGroups()
    var (audited, openOrders) = ([AuditedOrder](), [OpenOrder]())
    audited.reserveCapacity(trails.count)
    var findings =
      journal + [Finding].ahead(ahead.sorted { $0.sequence < $1.sequence })
      + JournalFindings(auditor: self).findings
    for place in trails.indices where trails[place].belongs(to: days) {
      let trail = trails[place]
      var known = CreatorFacts()
      if let booking = trail.booking, let bookedOn = trail.bookedOn {
        known = try facts(booking.creator, bookedOn)
      }
      if trail.isCounted {
        let order = AuditedOrder(trail, known)
        groups.add(order, known)
        audited.append(order)
      }
      if let order = trail.open { openOrders.append(order) }
      OrderFindings(trail: trail, facts: known, asOf: asOf, schedule: schedule).add(to: &findings)
    }
    NameOrder.sort(&audited) { $0.order }
    NameOrder.sort(&openOrders) { $0.order }
    let (reconciliations, totals) = reconcile(
      statements, orders.isEmpty ? trails.compactMap(\.standing) : orders, creators, audited)
    let beside = StatementFindings(reconciliations, quarter, newcomers: creators.newcomers)
    findings += beside.findings
    return Audit(
      quarter: quarter, basis: basis, asOf: asOf, lastSequence: lastSequence,
      total: groups.total, byTier: groups.byTier, byCreator: groups.byCreator,
      byMCN: groups.byMCN, byCampaign: groups.byCampaign, orders: audited,
      movements: [Account.escrowQuote, .escrowBrandFee, .commitment].map(movement(of:)),
      openOrders: openOrders, statements: reconciliations.flatMap(\.statements),
      reconciliation: totals,
      findings: findings.sorted(by: Finding.comesBefore))
  }

  /// The statements beside all orders, and beside those that the total counts.
  private func reconcile(
    _ statements: [PlatformStatement], _ orders: @autoclosure () -> [Order],
    _ creators: StatedCreators, _ audited: [AuditedOrder]
  ) -> ([Reconciliation], [StatementTotals]) {
    guard !statements.isEmpty else { return ([], []) }
    let orders = orders()
    let found = Reconciler(
      days, orders: orders, schedule: schedule, userIDs: creators.userIDs
    ).reconcile(statements)
    let counted = audited.map { ($0.order, Charge($0.amounts)) }
    let amounts = Dictionary(counted) { first, _ in first }
    let named = Dictionary(orders.map { ($0.name, $0) }) { first, _ in first }
    return (found, found.map { StatementTotals($0, basis, counted: amounts, orders: named) })
  }

  private func movement(of account: Account) -> AccountMovement {
    AccountMovement(
      account: account, opening: atStart[account], movement: atEnd[account] - atStart[account])
  }
}

extension Entry {
  fileprivate func named(_ order: String?) -> Entry {
    var entry = self
    if let order { entry.order = order }
    return entry
  }
}
