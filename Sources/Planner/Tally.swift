import Domain

/// What a list adds up to, as far as the rules ask.
struct Tally {
  private var spend = ByBand(repeating: Int128(0))
  private var count = ByBand(repeating: Int128(0))
  private var byCategories: [UInt64: (spend: Int128, count: Int128)] = [:]
  private var byAgency: [Int32: Int] = [:]

  init(_ picks: [Offer]) {
    for pick in picks { add(pick) }
  }

  mutating func add(_ pick: Offer) {
    spend[pick.band] += Int128(pick.cost.fen)
    count[pick.band] += 1
    if pick.agency != 0 { byAgency[pick.agency, default: 0] += 1 }
    byCategories[pick.categories, default: (0, 0)].spend += Int128(pick.cost.fen)
    byCategories[pick.categories, default: (0, 0)].count += 1
  }

  /// Whether a list that adds up to this keeps to the budget, the floor on spend and the mix.
  func keeps(to problem: Problem) -> Bool {
    let all = spend.koc + spend.mid + spend.head
    guard all <= problem.budget.fen, all >= problem.leastSpend.fen,
      keepsAcross(to: problem)
    else { return false }
    switch problem.mix {
    case .none: return true
    case .spend(let shares): return all > 0 && isWithin(shares, spend, of: all, slack: 0)
    case .envelope(let shares):
      return isWithin(shares, spend, of: Int128(problem.budget.fen), slack: 0)
    case .heads(let shares, let rounding):
      return isWithin(
        shares, count, of: count.koc + count.mid + count.head,
        slack: rounding == .outward ? 9_999 : 0)
    case .counts(let limits):
      return Band.allCases.allSatisfy { limits[$0].contains(Int(count[$0])) }
    }
  }

  /// Whether it keeps to what crosses the bands.
  private func keepsAcross(to problem: Problem) -> Bool {
    if let most = problem.maxPerAgency, byAgency.values.contains(where: { $0 > most }) {
      return false
    }
    return problem.categoryMinimums.enumerated().allSatisfy { place, minimum in
      let parts = byCategories.map { categories, own in
        let part = minimum.of == .count ? own.count : own.spend
        return (whole: part, counts: categories >> UInt64(place) & 1 == 1 ? part : 0)
      }
      let whole = parts.reduce(Int128(0)) { $0 + $1.whole }
      let own = parts.reduce(Int128(0)) { $0 + $1.counts }
      return 10_000 * own >= Int128(minimum.share.basisPoints) * whole
    }
  }

  private func isWithin(
    _ shares: Shares, _ parts: ByBand<Int128>, of whole: Int128, slack: Int128
  ) -> Bool {
    Band.allCases.allSatisfy { band in
      let bounds = shares.basisPoints(of: band)
      let part = 10_000 * parts[band]
      return Int128(bounds.lowerBound) * whole - slack <= part
        && part <= Int128(bounds.upperBound) * whole + slack
    }
  }
}
