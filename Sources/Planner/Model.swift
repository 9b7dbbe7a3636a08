import Domain

/// A problem made ready for the search: offers in canonical order, those that cannot be booked left out.
struct Model {
  /// The offers that may be chosen, in canonical order.
  let offers: [Offer]
  /// Coarse bands first; the last is the finest, which fills what the others leave.
  let pools: [BandPool]
  let rows: [Row]
  /// Creators who must be on the list and have no offer that could be.
  let missing: [Int32]
  let budget: Int64

  /// A model of a problem, without the constraints in `ignored`.
  init(_ problem: Problem, ignoring ignored: Set<Constraint> = []) {
    let limit = Self.limits(problem, ignoring: ignored)
    let offers = problem.offers.filter { $0.cost.fen <= limit[$0.band] }
      .sorted(by: Offer.canonical)
    let forced = problem.mustInclude.filter { !ignored.contains(.include($0)) }
    let bands = Self.bands(offers)
    var pools = [BandPool](repeating: BandPool(), count: bands.count)
    let canSkipDearer = Self.hasNoFloor(problem, ignoring: ignored)
    var found: Set<Int32> = []
    var start = 0
    while start < offers.count {
      let creator = offers[start].creator
      let end = offers[start...].firstIndex { $0.creator != creator } ?? offers.count
      let pool = bands.firstIndex { $0 == offers[start].band } ?? 0
      let options = (start..<end).map {
        (cost: offers[$0].cost.fen, value: offers[$0].value, offer: Int32($0))
      }
      let sorted = options.sorted { ($0.cost, $1.value, $0.offer) < ($1.cost, $0.value, $1.offer) }
      pools[pool].add(
        options: canSkipDearer ? Self.worthwhile(sorted) : sorted,
        isForced: forced.contains(creator))
      if forced.contains(creator) { found.insert(creator) }
      start = end
    }
    for pool in pools.indices { pools[pool].seal() }
    self.offers = offers
    self.pools = pools
    self.rows = RowBuilder(problem, bands: bands, ignoring: ignored).rows
    self.missing = forced.subtracting(found).sorted()
    self.budget = problem.budget.fen
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

  /// Options that are worth more than every cheaper one, cheapest first.
  private static func worthwhile(_ options: [(cost: Int64, value: Int64, offer: Int32)])
    -> [(cost: Int64, value: Int64, offer: Int32)]
  {
    var best: Int64 = -1
    return options.filter { option in
      defer { best = max(best, option.value) }
      return option.value > best
    }
  }

  /// The bands that have offers, coarsest first: a high average cost and a small choice make it hard to fit.
  private static func bands(_ offers: [Offer]) -> [Band] {
    var sums = ByBand(repeating: (cost: Int128(0), count: Int128(0)))
    for offer in offers {
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
