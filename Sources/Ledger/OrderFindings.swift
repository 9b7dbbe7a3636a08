import Domain

/// The findings about one order that belongs to the quarter.
struct OrderFindings {
  let trail: OrderTrail
  let facts: CreatorFacts
  let asOf: Day
  let schedule: FeeSchedule

  /// Adds them in no order; the audit sorts all of them. Nearly every order has none.
  func add(to findings: inout [Finding]) {
    if trail.isOdd {
      findings += trail.findings
      if let lateness = trail.lateness { findings.append(lateness) }
    }
    guard let booking = trail.booking, let bookedOn = trail.bookedOn else { return }
    if let finding = offPlatform(booking) { findings.append(finding) }
    let (rates, mode) = (booking.rates, booking.mode)
    let brand = rate(.brand, rates.brand, .brandFee, mode, bookedOn)
    if let brand { findings.append(brand) }
    let creator = rate(.creator, rates.creator, .creatorFee, mode, bookedOn)
    if let creator { findings.append(creator) }
    if let finding = benchmark() { findings.append(finding) }
    if let finding = staleEscrow() { findings.append(finding) }
  }

  private func offPlatform(_ booking: Booking) -> Finding? {
    guard !booking.hasNumber || booking.channel == .direct else { return nil }
    let what =
      booking.channel == .direct
      ? "booked directly, not through Pugongying" : "has no Pugongying order number"
    return finding(
      .offPlatform,
      "\(what): this breaks the platform's rules and can get accounts banned",
      next: trail.state?.isOpen == true ? ["order", "cancel"] : ["order", "show"])
  }

  private func rate(
    _ side: FeeRate.Side, _ frozen: Share, _ part: Recognised.Part, _ mode: FeeRate.Mode,
    _ bookedOn: Day
  ) -> Finding? {
    let scheduled = schedule.share(side, mode, on: bookedOn)
    guard scheduled != frozen else { return nil }
    let start = "the \(side.rawValue) side was booked at \(frozen) on \(bookedOn)"
    guard let scheduled else {
      return finding(
        .rateOutside, "\(start), but the schedule has no \(mode.rawValue) rate for it")
    }
    let evidence = "\(start), but the schedule says \(scheduled) for \(mode.rawValue) orders"
    guard let state = trail.state, state.wasPaid else { return finding(.rateOutside, evidence) }
    let difference = scheduled.of(state.net) - frozen.of(state.net)
    return Finding(
      code: .rateOutside, order: trail.order,
      evidence: "\(evidence): \(difference) on what is left of the quote, \(state.net)",
      next: difference == .zero
        ? CommandText.line("order", "show", trail.order)
        : CommandText.line(
          "order", "adjust", trail.order, part.rawValue, "--amount", difference.yuanText,
          "--reason", "rate of \(scheduled)"))
  }

  private func benchmark() -> Finding? {
    guard let benchmark = facts.benchmark, let tier = facts.tier, let quote = trail.quoteAtEnd,
      benchmark.judge(quote) == .above
    else { return nil }
    return finding(
      .aboveBenchmark,
      "the quote of \(quote) is above the usual \(benchmark.range.lowerBound) to "
        + "\(benchmark.range.upperBound) of tier \(tier.code)")
  }

  private func staleEscrow() -> Finding? {
    guard trail.statusAtEnd == .paid, trail.escrowAtEnd != .zero, let paidOn = trail.paidOn,
      asOf.number - paidOn.number > 60
    else { return nil }
    return finding(
      .staleEscrow,
      "\(trail.escrowAtEnd) were paid on \(paidOn) and not completed by \(asOf), "
        + "\(asOf.number - paidOn.number) days later",
      next: ["order", "complete"])
  }

  private func finding(
    _ code: Finding.Code, _ evidence: String, next: [String] = ["order", "show"]
  ) -> Finding {
    Finding(
      code: code, order: trail.order, evidence: evidence,
      next: CommandText.line(next + [trail.order]))
  }
}
