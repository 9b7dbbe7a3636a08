public import Domain

// What comes of what an audit has read.
extension Auditor {
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
    var seen = Seen(self, texts: texts.names)
    try look(&seen, facts)
    let (groups, counted) = (seen.groups, seen.counted)
    let (reconciliations, totals) = reconcile(statements, orders, creators, counted)
    let beside = StatementFindings(reconciliations, quarter, newcomers: creators.newcomers)
    let findings =
      journal + [datedAhead].compactMap(\.self) + JournalFindings(auditor: self).findings
      + seen.findings + beside.findings
    return Audit(
      quarter: quarter, basis: basis, asOf: asOf, lastSequence: lastSequence,
      total: groups.total, byTier: groups.byTier, byCreator: groups.byCreator,
      byMCN: groups.byMCN, byCampaign: groups.byCampaign, counted: counted,
      movements: [Account.escrowQuote, .escrowBrandFee, .commitment].map(seen.movement),
      openOrders: NameOrder.sorted(seen.open, name: places.name).compactMap(openOrder),
      statements: reconciliations.flatMap(\.statements), reconciliation: totals,
      findings: Finding.sorted(findings))
  }

  /// What one look at all orders gathers.
  private struct Seen {
    let texts: [String]
    var groups: AuditGroups
    var counted: AuditedOrders
    /// The places of those that are open at the quarter's end.
    var open: [Int] = []
    var (atStart, atEnd) = (OpenAmounts(), OpenAmounts())
    var findings: [Finding] = []

    init(_ auditor: Auditor, texts: [String]) {
      self.texts = texts
      (groups, counted) = (AuditGroups(texts: texts), AuditedOrders(auditor, texts: texts))
    }

    func movement(of account: Account) -> AccountMovement {
      AccountMovement(
        account: account, opening: atStart[account], movement: atEnd[account] - atStart[account])
    }
  }

  private func look<Problem: Error>(
    _ seen: inout Seen, _ facts: (CreatorID, Day) throws(Problem) -> CreatorFacts
  ) throws(Problem) {
    let judge = OrderFindings(auditor: self)
    for place in trails.indices where trails[place].isNeeded {
      seen.atStart.add(trails[place].atStart)
      seen.atEnd.add(trails[place].atEnd)
      guard trails[place].belongs else { continue }
      var known = CreatorFacts()
      if let terms = trails[place].terms, let bookedOn = trails[place].bookedOn {
        known = try facts(CreatorID(seen.texts[Int(terms.creator)]), bookedOn)
      }
      if trails[place].isCounted {
        seen.groups.add(trails[place], known)
        seen.counted.add(place, known)
      }
      if trails[place].isOpen { seen.open.append(place) }
      judge.add(to: &seen.findings, of: place, known)
    }
  }

  /// The statements beside all orders, and beside those that the total counts.
  private func reconcile(
    _ statements: [PlatformStatement], _ beside: [Order], _ creators: StatedCreators,
    _ audited: AuditedOrders
  ) -> ([Reconciliation], [StatementTotals]) {
    guard !statements.isEmpty else { return ([], []) }
    let orders = beside.isEmpty ? standing : beside
    let found = Reconciler(
      days, orders: orders, schedule: schedule, userIDs: creators.userIDs
    ).reconcile(statements)
    let counted = audited.all.map { ($0.order, Charge($0.amounts)) }
    let amounts = Dictionary(counted) { first, _ in first }
    let named = Dictionary(orders.map { ($0.name, $0) }) { first, _ in first }
    return (found, found.map { StatementTotals($0, basis, counted: amounts, orders: named) })
  }

  /// The orders as they stand after all entries.
  private var standing: [Order] {
    trails.indices.compactMap { place in
      let trail = trails[place]
      guard trail.isNeeded, let terms = trail.terms, let state = trail.state,
        let bookedOn = trail.bookedOn
      else { return nil }
      return Order(
        name: places.name(place), booking: Booking(terms.map { texts.name(Int($0)) }), state: state,
        bookedOn: bookedOn, paidOn: trail.paidOn)
    }
  }

  /// The order as a line of the open orders.
  private func openOrder(_ place: Int) -> OpenOrder? {
    let trail = trails[place]
    guard let terms = trail.terms, let bookedOn = trail.bookedOn, let status = trail.statusAtEnd
    else { return nil }
    return OpenOrder(
      order: places.name(place), creator: CreatorID(texts.name(Int(terms.creator))),
      status: status, bookedOn: bookedOn, paidOn: trail.paidOn, commitment: trail.commitmentAtEnd,
      escrow: trail.escrowAtEnd)
  }
}
