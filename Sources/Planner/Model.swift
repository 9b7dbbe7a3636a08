import Domain

/// A problem made ready for the search: offers in canonical order, pools of those that can be booked.
struct Model {
  /// All offers, in canonical order.
  let offers: [Offer]
  /// Coarse bands first; the last is the finest, which fills what the others leave.
  let pools: [BandPool]
  let rows: [Row]
  /// Creators who must be on the list and have no offer that could be.
  let missing: [Int32]
  let budget: Int64

  /// A model of a problem, without the constraints in `ignored`.
  init(_ problem: Problem, ignoring ignored: Set<Constraint> = []) {
    let offers = Self.sorted(problem.offers)
    let limits = Self.limits(problem, ignoring: ignored)
    let forced = problem.mustInclude.filter { !ignored.contains(.include($0)) }
    let bands = Self.bands(offers, limits)
    let places = Band.allCases.map { bands.firstIndex(of: $0) ?? 0 }
    let canSkipDearer = Self.hasNoFloor(problem, ignoring: ignored)
    var pools = [BandPool](repeating: BandPool(), count: bands.count)
    var found: Set<Int32> = []
    var options: [Int32] = []
    var start = 0
    while start < offers.count {
      let creator = offers[start].creator
      let limit = limits[offers[start].band]
      options.removeAll(keepingCapacity: true)
      var end = start
      while end < offers.count, offers[end].creator == creator {
        if offers[end].cost.fen <= limit { options.append(Int32(end)) }
        end += 1
      }
      if !options.isEmpty {
        if options.count > 1 { Self.arrange(&options, offers, skippingDearer: canSkipDearer) }
        let pool = places[offers[start].band.place]
        for option in options {
          let offer = offers[Int(option)]
          pools[pool].add(cost: offer.cost.fen, value: offer.value, offer: option)
        }
        let isForced = forced.contains(creator)
        pools[pool].endGroup(isForced: isForced)
        if isForced { found.insert(creator) }
      }
      start = end
    }
    for pool in pools.indices { pools[pool].seal() }
    self.init(
      offers: offers, pools: pools,
      rows: RowBuilder(problem, bands: bands, ignoring: ignored).rows,
      missing: forced.subtracting(found).sorted(), budget: problem.budget.fen)
  }

  init(offers: [Offer], pools: [BandPool], rows: [Row], missing: [Int32], budget: Int64) {
    (self.offers, self.pools, self.rows) = (offers, pools, rows)
    (self.missing, self.budget) = (missing, budget)
  }

  private static func sorted(_ offers: [Offer]) -> [Offer] {
    for index in offers.indices.dropFirst()
    where Offer.canonical(offers[index], offers[index - 1]) {
      return offers.sorted(by: Offer.canonical)
    }
    return offers
  }

  /// The most that one offer of each band can cost.
  static func limits(_ problem: Problem, ignoring ignored: Set<Constraint>) -> ByBand<Int64> {
    var limits = ByBand(repeating: problem.budget.fen)
    switch problem.mix {
    case .spend(let shares), .envelope(let shares):
      for band in Band.allCases where !ignored.contains(.band(band)) {
        let most = shares.basisPoints(of: band).upperBound
        limits[band] = Int64(Int128(problem.budget.fen) * Int128(most) / 10_000)
      }
    case .heads, .counts, .none: break
    }
    return limits
  }

  /// Whether nothing asks that money be spent, so that of two formats worth the same the cheaper will do.
  private static func hasNoFloor(_ problem: Problem, ignoring ignored: Set<Constraint>) -> Bool {
    switch problem.mix {
    case .spend, .envelope: false
    case .heads, .counts, .none:
      problem.leastSpend == .zero || ignored.contains(.minimumUse)
    }
  }

  /// Puts a creator's options in order, cheapest first; where spending is no merit, only those that
  /// are worth more than every cheaper one stay.
  private static func arrange(
    _ options: inout [Int32], _ offers: [Offer], skippingDearer: Bool
  ) {
    options.sort { left, right in
      let (first, second) = (offers[Int(left)], offers[Int(right)])
      return (first.cost, second.value, left) < (second.cost, first.value, right)
    }
    guard skippingDearer else { return }
    var best: Int64 = -1
    options.removeAll { option in
      let value = offers[Int(option)].value
      defer { best = max(best, value) }
      return value <= best
    }
  }

  /// The bands that have offers, coarsest first: a high average cost and a small choice make it hard to fit.
  private static func bands(_ offers: [Offer], _ limits: ByBand<Int64>) -> [Band] {
    var sums = ByBand(repeating: (cost: Int128(0), count: Int128(0)))
    for offer in offers where offer.cost.fen <= limits[offer.band] {
      sums[offer.band].cost += Int128(offer.cost.fen)
      sums[offer.band].count += 1
    }
    let present = Band.allCases.filter { sums[$0].count > 0 }
    if present.isEmpty { return [.koc] }
    return present.sorted { left, right in
      let first = sums[left].cost * sums[right].count * sums[right].count
      let second = sums[right].cost * sums[left].count * sums[left].count
      return first == second ? left > right : first > second
    }
  }
}

extension Band {
  /// The band's place among all, base first.
  fileprivate var place: Int {
    switch self {
    case .koc: 0
    case .mid: 1
    case .head: 2
    }
  }
}
