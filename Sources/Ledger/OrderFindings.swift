import Domain

/// The findings about the orders that belong to the quarter.
struct OrderFindings {
  let auditor: Auditor

  /// Adds those about the order of a place, in no order; the audit sorts all of them. Nearly every order
  /// has none.
  func add(to findings: inout [Finding], of place: Int, _ facts: CreatorFacts) {
    if let odd = auditor.oddities[place] {
      findings += odd.findings
      if let lateness = odd.lateness(of: auditor.places.name(place)) { findings.append(lateness) }
    }
    let trail = auditor.trails[place]
    guard let terms = trail.terms, let bookedOn = trail.bookedOn else { return }
    if let finding = offPlatform(place, trail, terms) { findings.append(finding) }
    for side in FeeRate.Side.allCases {
      let frozen = side == .brand ? terms.rates.brand : terms.rates.creator
      let scheduled = auditor.schedule.share(side, terms.mode, on: bookedOn)
      guard scheduled != frozen else { continue }
      findings.append(rate(place, trail.state, side, terms.mode, scheduled, frozen, bookedOn))
    }
    if let finding = benchmark(place, trail, facts) { findings.append(finding) }
    if let finding = staleEscrow(place, trail) { findings.append(finding) }
  }

  private func offPlatform(
    _ place: Int, _ trail: OrderTrail, _ terms: Terms<Int32>
  ) -> Finding? {
    guard !terms.hasNumber || terms.channel == .direct else { return nil }
    let what =
      terms.channel == .direct
      ? "booked directly, not through Pugongying" : "has no Pugongying order number"
    return finding(
      place, .offPlatform,
      "\(what): this breaks the platform's rules and can get accounts banned",
      next: trail.state?.isOpen == true ? ["order", "cancel"] : ["order", "show"])
  }

  private func rate(
    _ place: Int, _ state: OrderState?, _ side: FeeRate.Side, _ mode: FeeRate.Mode,
    _ scheduled: Share?, _ frozen: Share, _ bookedOn: Day
  ) -> Finding {
    let start = "the \(side.rawValue) side was booked at \(frozen) on \(bookedOn)"
    guard let scheduled else {
      return finding(
        place, .rateOutside, "\(start), but the schedule has no \(mode.rawValue) rate for it")
    }
    let evidence = "\(start), but the schedule says \(scheduled) for \(mode.rawValue) orders"
    guard let state, state.wasPaid else { return finding(place, .rateOutside, evidence) }
    let difference = scheduled.of(state.net) - frozen.of(state.net)
    let order = auditor.places.name(place)
    return Finding(
      code: .rateOutside, order: order,
      evidence: "\(evidence): \(difference) on what is left of the quote, \(state.net)",
      next: difference == .zero
        ? CommandText.line("order", "show", order)
        : CommandText.line(
          "order", "adjust", order, side == .brand ? "brand_fee" : "creator_fee", "--amount",
          difference.yuanText,
          "--reason", "rate of \(scheduled)"))
  }

  private func benchmark(_ place: Int, _ trail: OrderTrail, _ facts: CreatorFacts) -> Finding? {
    guard let benchmark = facts.benchmark, let tier = facts.tier, let quote = trail.quoteAtEnd,
      benchmark.judge(quote) == .above
    else { return nil }
    return finding(
      place, .aboveBenchmark,
      "the quote of \(quote) is above the usual \(benchmark.range.lowerBound) to "
        + "\(benchmark.range.upperBound) of tier \(tier.code)")
  }

  private func staleEscrow(_ place: Int, _ trail: OrderTrail) -> Finding? {
    let asOf = auditor.asOf
    guard trail.statusAtEnd == .paid, trail.escrowAtEnd != .zero, let paidOn = trail.paidOn,
      asOf.number - paidOn.number > 60
    else { return nil }
    return finding(
      place, .staleEscrow,
      "\(trail.escrowAtEnd) were paid on \(paidOn) and not completed by \(asOf), "
        + "\(asOf.number - paidOn.number) days later",
      next: ["order", "complete"])
  }

  private func finding(
    _ place: Int, _ code: Finding.Code, _ evidence: String, next: [String] = ["order", "show"]
  ) -> Finding {
    let order = auditor.places.name(place)
    return Finding(
      code: code, order: order, evidence: evidence, next: CommandText.line(next + [order]))
  }
}
