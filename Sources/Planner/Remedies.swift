import Domain

/// Looks for single changes with which a problem has a list, and tries each before it is told.
struct Remedies {
  private let problem: Problem
  private let shouldStop: () -> Bool

  init(_ problem: Problem, _ shouldStop: @escaping () -> Bool) {
    self.problem = problem
    self.shouldStop = shouldStop
  }

  /// What works: a budget, a tolerance, a floor on spend, a number per MCN, parts of categories, in this order.
  func found() -> [Remedy] {
    [budget(), tolerance(), minimumUse(), perAgency()].compactMap { $0 } + categories()
  }

  private func works(_ change: (inout Problem) -> Void) -> Bool {
    var changed = problem
    change(&changed)
    return Feasibility.check(changed, shouldStop) == .possible
  }

  /// The least budget that the bands' cheapest creators call for, or one a little larger or smaller than that.
  private func budget() -> Remedy? {
    let least = needed()
    if least > problem.budget, least <= .largest, works({ $0.budget = least }) {
      return .budget(least, isSmallest: true)
    }
    let start = max(least, problem.budget).fen
    let larger: [Int64] = [101, 102, 105, 110, 120, 135, 150, 175, 200, 250, 300, 400, 500, 1_000]
    let smaller: [Int64] = [95, 90, 80, 70, 60, 50, 40, 30, 20, 10]
    let steps =
      larger.map { Self.yuan(start, $0) } + smaller.map { Self.yuan(problem.budget.fen, $0) }
    for fen in steps where fen > 0 && fen <= Money.largest.fen && !shouldStop() {
      if works({ $0.budget = Money(fen: fen) }) {
        return .budget(Money(fen: fen), isSmallest: false)
      }
    }
    return nil
  }

  /// So many percent of an amount, rounded up to whole yuan.
  private static func yuan(_ fen: Int64, _ percent: Int64) -> Int64 {
    Int64((Int128(fen) * Int128(percent) + 9_999) / 10_000 * 100)
  }

  /// No budget below this has a list: some band's cheapest creators cost more than it could pay.
  private func needed() -> Money {
    var needed = Int128(0)
    switch problem.mix {
    case .spend(let shares), .envelope(let shares):
      for band in Band.allCases {
        let part = shares.basisPoints(of: band)
        guard part.lowerBound > 0, let cheapest = cheapest(band).first else { continue }
        let (least, most) = (Int128(cheapest) * 10_000, Int128(part.upperBound))
        needed = max(needed, (least + most - 1) / most)
      }
    case .counts(let limits):
      needed = Band.allCases.reduce(needed) { sum, band in
        sum + cheapest(band).prefix(limits[band].lowerBound).reduce(Int128(0)) { $0 + Int128($1) }
      }
    case .heads, .none: break
    }
    return Money(fen: Int64(clamping: needed))
  }

  /// What the creators of a band cost at least, cheapest first.
  private func cheapest(_ band: Band) -> [Int64] {
    Dictionary(grouping: problem.offers.filter { $0.band == band }, by: \.creator)
      .map { $0.value.map(\.cost.fen).min() ?? 0 }.sorted()
  }

  private func tolerance() -> Remedy? {
    let shares: Shares
    switch problem.mix {
    case .spend(let own), .envelope(let own), .heads(let own, _): shares = own
    case .counts, .none: return nil
    }
    let now = Band.allCases.map { shares.tolerance[$0].basisPoints }.max() ?? 0
    if now > 9_900 { return nil }
    let point = Self.least(in: now / 100 + 1...100) { points in
      works { $0.mix = $0.mix.with(tolerance: Share(basisPoints: 100 * points)) }
    }
    return point.map { .tolerance(Share(basisPoints: 100 * $0)) }
  }

  private func minimumUse() -> Remedy? {
    let now = problem.minimumUse.basisPoints
    if now == 0 { return nil }
    // The less must be spent the more lists there are, so the first percentage that works counted down is the largest.
    let highest = (now - 1) / 100
    let down = Self.least(in: 0...highest) { below in
      works { $0.minimumUse = Share(basisPoints: 100 * (highest - below)) }
    }
    return down.map { .minimumUse(Share(basisPoints: 100 * (highest - $0))) }
  }

  private func perAgency() -> Remedy? {
    guard let now = problem.maxPerAgency else { return nil }
    var members: [Int32: Set<Int32>] = [:]
    for offer in problem.offers where offer.agency != 0 {
      members[offer.agency, default: []].insert(offer.creator)
    }
    let largest = Int64(members.values.map(\.count).max() ?? 0)
    guard largest > now else { return nil }
    let most = Self.least(in: Int64(now) + 1...largest) { most in
      works { $0.maxPerAgency = Int(most) }
    }
    return most.map { .perAgency(Int($0)) }
  }

  private func categories() -> [Remedy] {
    problem.categoryMinimums.indices.compactMap { place in
      var minimum = problem.categoryMinimums[place]
      guard minimum.share.basisPoints > 0 else { return nil }
      let highest = (minimum.share.basisPoints - 1) / 100
      let down = Self.least(in: 0...highest) { below in
        works {
          $0.categoryMinimums[place].share = Share(basisPoints: 100 * (highest - below))
        }
      }
      guard let down else { return nil }
      minimum.share = Share(basisPoints: 100 * (highest - down))
      return .category(minimum)
    }
  }

  /// The least number that holds, where all above one that holds do too; `nil` when the last doesn't.
  private static func least(in range: ClosedRange<Int64>, holds: (Int64) -> Bool) -> Int64? {
    guard holds(range.upperBound) else { return nil }
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return high
  }
}
