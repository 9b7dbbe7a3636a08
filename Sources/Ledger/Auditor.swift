public import Domain

/// Reads a journal entry by entry, in the order of its numbers, and then reports on one quarter.
///
/// Amounts and balances count entries by their Shanghai day. An order belongs to the quarter when
/// an entry of it is dated there, or when it is open at the quarter's end; findings about orders
/// are reported for the orders that belong. Findings about the journal itself (gaps, sums that are
/// not zero, entries that contradict their order's history) are always reported.
public struct Auditor {
  let quarter: Quarter
  let basis: AuditBasis
  let asOf: Day
  let schedule: FeeSchedule
  let days: ClosedRange<Day>
  private(set) var lastSequence: Int64 = 0
  private(set) var trails: [String: OrderTrail] = [:]
  private(set) var gaps: [Finding] = []
  /// What entries before, and in, the quarter add to each account.
  private var opening: [Account: Money] = [:]
  private var movement: [Account: Money] = [:]
  /// All entries, each of the two books summed up.
  private(set) var bookSums: [Account.Books: Money] = [:]

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

  /// The next entry of the journal.
  public mutating func add(_ entry: Entry) {
    if entry.sequence != lastSequence + 1 { gaps.append(.gap(lastSequence, entry.sequence)) }
    lastSequence = max(lastSequence, entry.sequence)
    let day = entry.day
    for transfer in entry.transfers {
      bookSums[transfer.debit.books, default: .zero] += transfer.amount
      bookSums[transfer.credit.books, default: .zero] += -transfer.amount
      if day < days.lowerBound {
        opening[transfer.debit, default: .zero] += transfer.amount
        opening[transfer.credit, default: .zero] += -transfer.amount
      } else if day <= days.upperBound {
        movement[transfer.debit, default: .zero] += transfer.amount
        movement[transfer.credit, default: .zero] += -transfer.amount
      }
    }
    trails[entry.order, default: OrderTrail(order: entry.order)]
      .add(entry, on: day, days: days, basis: basis)
  }

  /// The report.
  ///
  /// - Parameter facts: what the book knew of a creator on an order's booking day; asked once for
  ///   each order that belongs to the quarter.
  public func report<Problem: Error>(
    facts: (CreatorID, Day) throws(Problem) -> CreatorFacts
  ) throws(Problem) -> Audit {
    let trails = self.trails.values
      .filter { $0.belongs(to: days) }
      .sorted { $0.order.utf8.lexicographicallyPrecedes($1.order.utf8) }
    var groups = AuditGroups()
    var findings = gaps + JournalFindings(auditor: self).findings
    for trail in trails {
      let known: CreatorFacts
      if let booking = trail.booking, let bookedOn = trail.bookedOn {
        known = try facts(booking.creator, bookedOn)
      } else {
        known = CreatorFacts()
      }
      if trail.isCounted { groups.add(trail, known) }
      findings += OrderFindings(trail: trail, facts: known, asOf: asOf, schedule: schedule).findings
    }
    return Audit(
      quarter: quarter, basis: basis, asOf: asOf, lastSequence: lastSequence,
      total: groups.total, byTier: groups.byTier, byCreator: groups.byCreator,
      byMCN: groups.byMCN, byCampaign: groups.byCampaign,
      movements: [Account.escrowQuote, .escrowBrandFee, .commitment].map(movement(of:)),
      openOrders: trails.compactMap(\.open), findings: findings.sorted(by: Finding.comesBefore))
  }

  private func movement(of account: Account) -> AccountMovement {
    AccountMovement(
      account: account, opening: opening[account] ?? .zero, movement: movement[account] ?? .zero)
  }
}

extension Finding {
  fileprivate static func gap(_ last: Int64, _ next: Int64) -> Finding {
    let evidence =
      next <= last
      ? "entry \(next) comes after entry \(last)"
      : next == last + 2
        ? "entry \(last + 1) is missing" : "entries \(last + 1) through \(next - 1) are missing"
    return Finding(
      code: .sequenceGap, order: nil, evidence: "\(evidence); the journal must count 1, 2, 3 …",
      next: nil)
  }
}
