import Domain

/// The findings about one order that belongs to the quarter.
struct OrderFindings {
  let trail: OrderTrail
  let facts: CreatorFacts
  let asOf: Day
  let schedule: FeeSchedule

  /// In no order; the audit sorts all of them.
  var findings: [Finding] {
    let own = trail.findings + [trail.lateness].compactMap(\.self)
    guard let booking = trail.booking, let bookedOn = trail.bookedOn else { return own }
    return own + offPlatform(booking) + rates(booking, bookedOn)
      + benchmark() + staleEscrow()
  }

  private func offPlatform(_ booking: Booking) -> [Finding] {
    guard !booking.hasNumber || booking.channel == .direct else { return [] }
    let what =
      booking.channel == .direct
      ? "booked directly, not through Pugongying" : "has no Pugongying order number"
    return [
      finding(
        .offPlatform,
        "\(what): this breaks the platform's rules and can get accounts banned",
        next: trail.state?.isOpen == true ? ["order", "cancel"] : ["order", "show"])
    ]
  }

  private func rates(_ booking: Booking, _ bookedOn: Day) -> [Finding] {
    [
      (FeeRate.Side.brand, booking.rates.brand, Recognised.Part.brandFee),
      (.creator, booking.rates.creator, .creatorFee),
    ].compactMap { side, frozen, part in
      let scheduled = schedule.share(side, booking.mode, on: bookedOn)
      guard scheduled != frozen else { return nil }
      let start = "the \(side.rawValue) side was booked at \(frozen) on \(bookedOn)"
      guard let scheduled else {
        return finding(
          .rateOutside, "\(start), but the schedule has no \(booking.mode.rawValue) rate for it")
      }
      let evidence =
        "\(start), but the schedule says \(scheduled) for \(booking.mode.rawValue) orders"
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
  }

  private func benchmark() -> [Finding] {
    guard let benchmark = facts.benchmark, let tier = facts.tier, let quote = trail.quoteAtEnd,
      benchmark.judge(quote) == .above
    else { return [] }
    return [
      finding(
        .aboveBenchmark,
        "the quote of \(quote) is above the usual \(benchmark.range.lowerBound) to "
          + "\(benchmark.range.upperBound) of tier \(tier.code)")
    ]
  }

  private func staleEscrow() -> [Finding] {
    guard trail.statusAtEnd == .paid, trail.escrowAtEnd != .zero, let paidOn = trail.paidOn,
      asOf.number - paidOn.number > 60
    else { return [] }
    return [
      finding(
        .staleEscrow,
        "\(trail.escrowAtEnd) were paid on \(paidOn) and not completed by \(asOf), "
          + "\(asOf.number - paidOn.number) days later",
        next: ["order", "complete"])
    ]
  }

  private func finding(
    _ code: Finding.Code, _ evidence: String, next: [String] = ["order", "show"]
  ) -> Finding {
    Finding(
      code: code, order: trail.order, evidence: evidence,
      next: CommandText.line(next + [trail.order]))
  }
}
