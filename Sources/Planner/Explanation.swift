import Domain

/// Finds out why a problem has no list: row by row in money, then the smallest set of wishes that clash.
struct Explanation {
  let problem: Problem
  private let patience: Patience
  /// What one offer of each band may cost at most.
  private let limits: ByBand<Int64>
  /// The offers of each creator within the limits, by creator id.
  private let affordable: [[Offer]]

  init(_ problem: Problem, shouldStop: @escaping () -> Bool) {
    self.problem = problem
    patience = Patience(shouldStop)
    let limits = Model.limits(problem, ignoring: [])
    self.limits = limits
    affordable = Self.byCreator(problem.offers.filter { $0.cost.fen <= limits[$0.band] })
  }

  /// The reasons and the changes that help.
  func conflict() -> Conflict {
    var reasons = includes() + bands() + sides()
    if reasons.isEmpty { reasons = whole() }
    reasons.append(clash())
    return Conflict(reasons: reasons, remedies: Remedies(problem, patience).found())
  }

  private static func byCreator(_ offers: [Offer]) -> [[Offer]] {
    Dictionary(grouping: offers, by: \.creator).sorted { $0.key < $1.key }
      .map { $0.value.sorted(by: Offer.canonical) }
  }

  private func includes() -> [Conflict.Reason] {
    let offers = Dictionary(grouping: problem.offers, by: \.creator)
    var reasons: [Conflict.Reason] = []
    var sum = Int128(0)
    for creator in problem.mustInclude.sorted() {
      let own = (offers[creator] ?? []).sorted { ($0.cost, $0.format) < ($1.cost, $1.format) }
      guard let cheapest = own.first else {
        reasons.append(.noOffer(creator))
        continue
      }
      let most = Money(fen: limits[cheapest.band])
      if cheapest.cost > most {
        reasons.append(.includeTooDear(cheapest: cheapest, most: most))
      }
      sum += Int128(cheapest.cost.fen)
    }
    if reasons.isEmpty, sum > Int128(problem.budget.fen) {
      reasons.append(
        .includesTooDear(least: Money(fen: Int64(clamping: sum)), budget: problem.budget))
    }
    return reasons
  }

  private func bands() -> [Conflict.Reason] {
    switch problem.mix {
    case .spend(let shares):
      return Band.allCases.compactMap { money($0, shares, base: max(problem.leastSpend.fen, 1)) }
    case .envelope(let shares):
      return Band.allCases.compactMap { money($0, shares, base: problem.budget.fen) }
    case .counts(let limits): return counts(limits)
    case .heads, .none: return []
    }
  }

  /// What is wrong with one band's money, if something is. `base`: the least that its part is taken of.
  private func money(_ band: Band, _ shares: Shares, base: Int64) -> Conflict.Reason? {
    let part = shares.basisPoints(of: band)
    let least = Money(fen: Int64((Int128(base) * Int128(part.lowerBound) + 9_999) / 10_000))
    guard least > .zero else { return nil }
    let most = Money(fen: limits[band])
    let everyone = problem.offers.filter { $0.band == band }
    guard
      let cheapest = everyone.min(by: {
        ($0.cost, $0.creator, $0.format) < ($1.cost, $1.creator, $1.format)
      })
    else { return .nobody(band) }
    if cheapest.cost > most {
      return .bandTooDear(band, least: least, most: most, cheapest: cheapest)
    }
    let own = affordable.filter { $0[0].band == band }
    let cost = Self.dearest(own)
    if cost >= Int128(least.fen) { return nil }
    return .bandTooSmall(
      band, least: least, most: most, creators: own.count, cost: Money(fen: Int64(cost)))
  }

  private func counts(_ limits: ByBand<ClosedRange<Int>>) -> [Conflict.Reason] {
    var reasons: [Conflict.Reason] = []
    var cost = Int128(0)
    for band in Band.allCases {
      let own = affordable.filter { $0[0].band == band }
      let wanted = limits[band].lowerBound
      if own.count < wanted {
        reasons.append(.tooFew(band, wanted: wanted, there: own.count))
      }
      let cheapest = own.map { $0.map(\.cost.fen).min() ?? 0 }.sorted()
      cost += cheapest.prefix(wanted).reduce(Int128(0)) { $0 + Int128($1) }
    }
    if reasons.isEmpty, cost > Int128(problem.budget.fen) {
      let counts = ByBand(
        koc: limits.koc.lowerBound, mid: limits.mid.lowerBound, head: limits.head.lowerBound)
      reasons.append(
        .countsTooDear(counts, cost: Money(fen: Int64(clamping: cost)), budget: problem.budget))
    }
    return reasons
  }

  private func sides() -> [Conflict.Reason] {
    var reasons: [Conflict.Reason] = []
    if let most = problem.maxPerAgency {
      let wanted = affordable.map { $0[0] }.filter { problem.mustInclude.contains($0.creator) }
      let byAgency = Dictionary(grouping: wanted.filter { $0.agency != 0 }, by: \.agency)
      reasons += byAgency.sorted { $0.key < $1.key }.filter { $0.value.count > most }
        .map { .includesPerAgency($0.value.map(\.creator), most: most) }
    }
    // Where an empty list will do, a category that nobody is in rules nothing out by itself.
    guard problem.leastSpend > .zero || problem.mix.isSpend else { return reasons }
    let there = affordable.joined().reduce(UInt64(0)) { $0 | $1.categories }
    let empty = problem.categoryMinimums.enumerated().filter { place, minimum in
      minimum.share.basisPoints > 0 && there >> UInt64(place) & 1 == 0
    }
    return reasons + empty.map { .nobodyCounts($0.element) }
  }

  private func whole() -> [Conflict.Reason] {
    let cost = Self.dearest(affordable)
    guard cost < Int128(problem.leastSpend.fen) else { return [] }
    return [.everyoneTooCheap(least: problem.leastSpend, cost: Money(fen: Int64(cost)))]
  }

  private static func dearest(_ creators: [[Offer]]) -> Int128 {
    creators.reduce(Int128(0)) { $0 + Int128($1.map(\.cost.fen).max() ?? 0) }
  }

  /// Leaves wishes out one after the other as long as there is still no list; what is left clashes.
  private func clash() -> Conflict.Reason {
    var wishes: [Constraint] = problem.mustInclude.sorted().map { .include($0) }
    if problem.minimumUse.basisPoints > 0 { wishes.append(.minimumUse) }
    if problem.mix != .none { wishes += Band.allCases.map { .band($0) } }
    if let most = problem.maxPerAgency { wishes.append(.perAgency(most)) }
    wishes += Set(problem.categoryMinimums).sorted { $0.words < $1.words }.map { .category($0) }
    var isSmallest = true
    var dropped: Set<Constraint> = []
    for wish in wishes {
      switch patience.check(problem, ignoring: dropped.union([wish])) {
      case .impossible: dropped.insert(wish)
      case .possible: break
      case .unknown: isSmallest = false
      }
    }
    let left = wishes.filter { !dropped.contains($0) }
    return .together(
      hasListAtAnyBudget(ignoring: dropped) ? left + [.budget] : left, isSmallest: isSmallest)
  }

  /// Whether it takes the budget to rule out every list; where the floor or the parts are those of the
  /// budget, it does.
  private func hasListAtAnyBudget(ignoring dropped: Set<Constraint>) -> Bool {
    if problem.minimumUse.basisPoints > 0, !dropped.contains(.minimumUse) { return true }
    if case .envelope = problem.mix { return true }
    var rich = problem
    rich.budget = .largest
    return patience.check(rich, ignoring: dropped) != .impossible
  }
}
