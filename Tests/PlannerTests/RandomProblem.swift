import Domain
import Planner

/// Small problems of every kind that has ever gone wrong: gifted creators, ties, empty bands, a creator dearer
/// than the budget, budgets near zero, two formats, creators who must be there, values that follow from costs.
enum RandomProblem {
  enum Mode: CaseIterable {
    case spend, envelope, heads, strict, counts, none
  }

  static func make(_ mode: Mode, seed: UInt64, creators: ClosedRange<Int64> = 0...7) -> Problem {
    var random = SplitMix(seed &* 8 &+ UInt64(Mode.allCases.firstIndex(of: mode) ?? 0))
    let offers = offers(Int(random.int(creators)), &random)
    let all = offers.reduce(Int64(0)) { $0 + $1.cost.fen }
    let budget = random.pick([
      0, random.int(0...200), random.int(0...max(1, all)), random.int(0...max(1, all)),
      random.int(0...max(1, all / 2)), all, all * 2 + 1,
    ])
    var problem = Problem(
      offers: random.shuffled(offers), budget: Money(fen: budget), mix: mix(mode, &random))
    if random.chance(40) {
      problem.minimumUse = Share(basisPoints: random.pick([0, 1, 5_000, 9_000, 9_999, 10_000]))
    }
    if random.chance(25), !offers.isEmpty {
      problem.mustInclude.insert(random.pick(offers).creator)
    }
    if random.chance(3) { problem.mustInclude.insert(Int32.max) }
    return problem
  }

  /// The same with rules that cross the bands: few MCNs, creators of several categories or none.
  static func crossing(_ mode: Mode, seed: UInt64, creators: ClosedRange<Int64> = 0...7) -> Problem
  {
    var problem = make(mode, seed: seed, creators: creators)
    var random = SplitMix(seed &* 31 &+ 5)
    var members: [Int32: (agency: Int32, categories: UInt64)] = [:]
    let agencies = random.int(1...4)
    problem.offers = problem.offers.sorted { $0.creator < $1.creator }.map { offer in
      let own =
        members[offer.creator]
        ?? (Int32(random.int(0...agencies)), UInt64(random.int(0...7) & random.int(0...7)))
      members[offer.creator] = own
      return Offer(
        creator: offer.creator, format: offer.format, band: offer.band, quote: offer.cost,
        brandFee: Share(basisPoints: 0), value: offer.value, agency: own.agency,
        categories: own.categories)
    }
    if random.chance(70) { problem.maxPerAgency = Int(random.int(0...3)) }
    let number = problem.maxPerAgency == nil ? random.int(1...3) : random.int(0...3)
    problem.categoryMinimums = (0..<number).map { place in
      CategoryMinimum(
        name: "c\(place)",
        share: Share(basisPoints: random.pick([0, 1, 1_000, 2_500, 3_333, 5_000, 7_000, 10_000])),
        of: random.pick(CategoryMinimum.Whole.allCases))
    }
    if random.chance(20), let one = problem.offers.first { problem.mustInclude.insert(one.creator) }
    return problem
  }

  private static func mix(_ mode: Mode, _ random: inout SplitMix) -> Mix {
    let head = random.int(0...4) * 1_000
    let mid = random.int(0...4) * 1_000
    let shares = Shares(
      ByBand(
        koc: Share(basisPoints: 10_000 - head - mid), mid: Share(basisPoints: mid),
        head: Share(basisPoints: head)),
      tolerance: Share(basisPoints: random.pick([0, 100, 500, 1_000, 2_500, 5_000])))
    switch mode {
    case .spend: return .spend(shares)
    case .envelope: return .envelope(shares)
    case .heads: return .heads(shares, .outward)
    case .strict: return .heads(shares, .strict)
    case .none: return .none
    case .counts:
      let low = (0..<3).map { _ in Int(random.int(0...2)) }
      let high = low.map { $0 + Int(random.pick([0, 1, 2, 100])) }
      return .counts(
        ByBand(koc: low[0]...high[0], mid: low[1]...high[1], head: low[2]...high[2]))
    }
  }

  static func offers(_ creators: Int, _ random: inout SplitMix) -> [Offer] {
    let style = random.int(0...3)
    let bands = random.pick([Band.allCases, Band.allCases, [.koc, .mid], [.koc], [.mid, .head]])
    let rate = Share(basisPoints: random.pick([1_000, 1_000, 0, 2_000, 10_000]))
    return (0..<creators).flatMap { index -> [Offer] in
      let band = random.pick(bands)
      let quote: Int64 =
        switch style {
        case 0: random.int(0...12)
        case 1: random.int(1...40) * 100
        case 2: random.int(1...5) * 1_000
        default: random.int(1...100_000)
        }
      let price = random.chance(10) ? 0 : random.chance(5) ? quote * 50 : quote
      let value = style == 2 ? price + 500 : random.int(0...(random.chance(50) ? 5 : 1_000))
      let formats = random.chance(50) ? NoteFormat.allCases : [random.pick(NoteFormat.allCases)]
      return formats.map { format in
        let own = format == .video ? price + price / 5 : price
        return Offer(
          creator: Int32(index), format: format, band: band, quote: Money(fen: own),
          brandFee: rate,
          value: random.chance(70) ? value : random.int(0...1_000))
      }
    }
  }
}
