import Domain

/// What the books expect a statement to say of an order, beside what it says.
///
/// Whether the platform's figures are those before or after refunds is not published, so either is
/// taken: the quote agreed last and its fee, or what is left of both. Adjustments by hand count in both.
struct StatedCharge {
  let expected: Charge
  let match: Reconciliation.Match
  let isAfterRefunds: Bool

  /// - Parameters:
  ///   - isCut: whether fees are cut to whole yuan, as in a note batch.
  ///   - boosted: the brand-side rate of boosted orders on the day of booking, if there is one.
  init(_ line: StatementLine, of order: Order, isCut: Bool, boosted: Share?) {
    let state = order.state
    let after = Charge(state.recognised)
    let before = Charge(
      quote: state.quote + state.adjusted.quote,
      brandFee: state.rates.brand.of(state.quote) + state.adjusted.brandFee)
    // An order that was cancelled unpaid owes nothing, whatever was agreed.
    let known = state.stage == .nothing || before == after ? [after] : [before, after]
    let quote = known.map(\.quote).first { $0 == line.quote }
    let fee = line.serviceFee.map { fee in known.map { Self.match(fee, $0.brandFee, isCut) } } ?? []
    let place =
      fee.firstIndex(of: .exact) ?? fee.firstIndex { $0 != .mismatch }
      ?? Self.nearest(known, to: line)
    expected = Charge(quote: quote ?? known[place].quote, brandFee: known[place].brandFee)
    isAfterRefunds = state.refunds != .zero && expected != before
    let found = fee.isEmpty ? Reconciliation.Match.mismatch : fee[place]
    guard quote != nil else {
      match = .mismatch
      return
    }
    let isBoosted =
      found == .mismatch && line.mode == .boosted && order.booking.mode != .boosted
      && [state.quote, state.net].contains { base in
        guard let boosted, let fee = line.serviceFee else { return false }
        return Self.match(fee, boosted.of(base), isCut) != .mismatch
      }
    match = isBoosted ? .boosted : found
  }

  private static func nearest(_ known: [Charge], to line: StatementLine) -> Int {
    let distance = { (charge: Charge) in
      abs((Charge(line) - charge).quote.fen) + abs((Charge(line) - charge).brandFee.fen)
    }
    return known.indices.min { distance(known[$0]) < distance(known[$1]) } ?? 0
  }

  private static func match(_ fee: Money, _ expected: Money, _ isCut: Bool) -> Reconciliation.Match
  {
    if fee == expected { return .exact }
    if abs(fee.fen - expected.fen) <= 1 { return .rounding }
    return isCut && fee.fen == expected.fen - expected.fen % 100 ? .truncated : .mismatch
  }
}
