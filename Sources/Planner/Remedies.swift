import Domain

/// Looks for single changes with which a problem has a list, and tries each before it is told.
struct Remedies {
  private let problem: Problem
  private let patience: Patience

  init(_ problem: Problem, _ patience: Patience) {
    self.problem = problem
    self.patience = patience
  }

  /// What works: a budget, a tolerance, a mix, a floor on spend, a number per MCN, parts of categories, in this
  /// order.
  func found() -> [Remedy] {
    let budget = BudgetRemedy(problem: problem, patience: patience).found()
    return [budget, tolerance(), mix(), minimumUse(), perAgency()].compactMap { $0 } + categories()
  }

  private func works(_ change: (inout Problem) -> Void) -> Bool {
    var changed = problem
    change(&changed)
    return patience.check(changed) == .possible
  }

  private func tolerance() -> Remedy? {
    guard let shares = problem.mix.shares else { return nil }
    let now = Band.allCases.map { shares.tolerance[$0].basisPoints }.max() ?? 0
    if now > 9_900 { return nil }
    let point = Self.least(in: now / 100 + 1...100) { points in
      works { $0.mix = $0.mix.with(tolerance: Share(basisPoints: 100 * points)) }
    }
    return point.map { .tolerance(Share(basisPoints: 100 * $0)) }
  }

  /// The smallest number of whole points that one band has to give another, the base last to give.
  private func mix() -> Remedy? {
    guard let shares = problem.mix.shares else { return nil }
    var best: (points: Int64, share: ByBand<Share>)?
    for from in Band.allCases.reversed() {
      for to in Band.allCases where to != from {
        let shifted = { (points: Int64) in Self.shifted(shares.share, 100 * points, from, to) }
        let most = min(shares.share[from].basisPoints / 100, (best?.points ?? 101) - 1)
        guard most > 0 else { continue }
        let least = Self.least(in: 1...most) { points in
          works { $0.mix = $0.mix.with(share: shifted(points)) }
        }
        if let least { best = (least, shifted(least)) }
      }
    }
    return best.map { .mix($0.share) }
  }

  private static func shifted(
    _ share: ByBand<Share>, _ basisPoints: Int64, _ from: Band, _ to: Band
  ) -> ByBand<Share> {
    var share = share
    share[from] = Share(basisPoints: share[from].basisPoints - basisPoints)
    share[to] = Share(basisPoints: share[to].basisPoints + basisPoints)
    return share
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
