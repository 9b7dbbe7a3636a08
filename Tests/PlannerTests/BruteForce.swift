import Domain
import Planner

/// Tries every list there is, and judges each by the words of the problem: no rows, no prices.
struct BruteForce {
  let problem: Problem
  /// The largest objective, `nil` when no list keeps to everything.
  private(set) var best: Int64?

  init(_ problem: Problem) {
    self.problem = problem
    let creators = Dictionary(grouping: problem.offers, by: \.creator)
      .sorted { $0.key < $1.key }.map(\.value)
    guard problem.mustInclude.allSatisfy({ id in creators.contains { $0[0].creator == id } })
    else { return }
    walk(creators[...], Totals())
  }

  struct Totals {
    var value: Int64 = 0
    var spend = ByBand(repeating: Int128(0))
    var count = ByBand(repeating: Int128(0))
    /// People and money of each category minimum, and people of each agency.
    var categories = [(people: Int128, money: Int128)](repeating: (0, 0), count: 64)
    var agencies: [Int32: Int] = [:]

    mutating func add(_ offer: Offer) {
      value += offer.value
      spend[offer.band] += Int128(offer.cost.fen)
      count[offer.band] += 1
      for place in 0..<64 where offer.categories >> UInt64(place) & 1 == 1 {
        categories[place].people += 1
        categories[place].money += Int128(offer.cost.fen)
      }
      agencies[offer.agency, default: 0] += 1
    }
  }

  static func totals(_ offers: [Offer]) -> Totals {
    offers.reduce(into: Totals()) { $0.add($1) }
  }

  /// Whether a list with such totals keeps to the budget, the floor and the mix.
  static func allows(_ problem: Problem, _ totals: Totals) -> Bool {
    let spend = totals.spend.koc + totals.spend.mid + totals.spend.head
    let count = totals.count.koc + totals.count.mid + totals.count.head
    let budget = Int128(problem.budget.fen)
    guard spend <= budget, 10_000 * spend >= budget * Int128(problem.minimumUse.basisPoints)
    else { return false }
    if let most = problem.maxPerAgency {
      guard totals.agencies.allSatisfy({ $0.key == 0 || $0.value <= most }) else { return false }
    }
    for (minimum, own) in zip(problem.categoryMinimums, totals.categories) {
      let (part, whole) =
        minimum.of == .count ? (own.people, count) : (own.money, spend)
      guard 10_000 * part >= Int128(minimum.share.basisPoints) * whole else { return false }
    }
    switch problem.mix {
    case .none: return true
    case .counts(let limits):
      return Band.allCases.allSatisfy { limits[$0].contains(Int(totals.count[$0])) }
    case .spend(let shares):
      return spend > 0 && within(shares, totals.spend, of: spend, slack: 0)
    case .envelope(let shares): return within(shares, totals.spend, of: budget, slack: 0)
    case .heads(let shares, let rounding):
      return within(shares, totals.count, of: count, slack: rounding == .outward ? 9_999 : 0)
    }
  }

  private static func within(
    _ shares: Shares, _ parts: ByBand<Int128>, of whole: Int128, slack: Int128
  ) -> Bool {
    Band.allCases.allSatisfy { band in
      let middle = Int128(shares.share[band].basisPoints)
      let width = Int128(shares.tolerance[band].basisPoints)
      let low = max(0, middle - width)
      let high = min(10_000, middle + width)
      return low * whole - slack <= 10_000 * parts[band]
        && 10_000 * parts[band] <= high * whole + slack
    }
  }

  private mutating func walk(_ creators: ArraySlice<[Offer]>, _ totals: Totals) {
    guard let options = creators.first else {
      if Self.allows(problem, totals), totals.value > best ?? -1 { best = totals.value }
      return
    }
    if !problem.mustInclude.contains(options[0].creator) { walk(creators.dropFirst(), totals) }
    for option in options {
      var next = totals
      next.add(option)
      walk(creators.dropFirst(), next)
    }
  }
}
