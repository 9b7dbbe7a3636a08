import Domain

/// A problem whose rules cross the bands, made ready for ``SideSearch``: groups of options of which exactly one is taken.
///
/// Offers that share a band and their categories are of one kind: a row's coefficients follow from kind and
/// cost alone. Agencies are apart, since there are many and few of them bind.
struct SideModel {
  /// What one option adds; the one that books nobody adds nothing.
  struct Option {
    let cost: Int64
    let value: Int64
    /// 1, or 0 for booking nobody.
    let count: Int64
    let kind: Int32
    /// Counted from 0 among the agencies that could exceed their limit; -1 for the others.
    var agency: Int32
    /// The place among the model's offers, -1 for booking nobody.
    let offer: Int32
  }

  /// The offers that may be chosen, in canonical order.
  let offers: [Offer]
  /// Band and categories of each kind.
  let kinds: [Kind]
  /// Rows over kinds, in place of pools.
  let rows: [Row]
  /// What each row has left for the groups.
  var right: [Int128]
  /// Kinds whose picks are counted together, where rows weigh counts against each other.
  let boxes: [[Int]]
  /// The options of all groups, group after group.
  var options: [Option] = []
  /// Where each group's options begin, and where the last ends.
  var starts: [Int32] = [0]
  /// How many more of each agency may be chosen.
  var room: [Int64] = []
  /// Options that are taken in every list that still matters, and what they are worth.
  var settled: [Int32] = []
  var settledValue: Int64 = 0
  /// Whether someone who must be on the list has no offer that could be.
  var isMissing = false

  struct Kind: Hashable {
    let band: Band
    let categories: UInt64
  }

  var groups: Int { starts.count - 1 }

  func options(of group: Int) -> Range<Int> { Int(starts[group])..<Int(starts[group + 1]) }

  init(_ problem: Problem, ignoring ignored: Set<Constraint>) {
    let limit = Model.limits(problem, ignoring: ignored)
    offers = problem.offers.filter { $0.cost.fen <= limit[$0.band] }.sorted(by: Offer.canonical)
    let used = problem.categoryMinimums.count
    let mask = used >= 64 ? UInt64.max : (1 << UInt64(used)) - 1
    let kindOf = { (offer: Offer) in Kind(band: offer.band, categories: offer.categories & mask) }
    kinds = Set(offers.map(kindOf)).sorted {
      $0.band == $1.band ? $0.categories < $1.categories : $0.band < $1.band
    }
    let places = Dictionary(
      uniqueKeysWithValues: kinds.enumerated().map { ($1, Int32($0)) })
    let mix = RowBuilder(problem, bands: kinds.map(\.band), ignoring: ignored).rows
    rows = mix + Self.minimums(problem, kinds, ignored)
    right = rows.map { Int128($0.bound) }
    // Where the mix is one of money, dividing by counts moves the bound too little to pay.
    let countsPeople = mix.contains { row in row.count.contains { $0 != 0 } }
    boxes = countsPeople ? Self.boxes(rows, kinds) : []
    let forced = problem.mustInclude.filter { !ignored.contains(.include($0)) }
    addGroups(forced: forced) { places[kindOf($0)] ?? 0 }
    limitAgencies(problem.perAgency(ignoring: ignored))
  }

  private mutating func addGroups(forced: Set<Int32>, kind: (Offer) -> Int32) {
    var found = 0
    var start = 0
    while start < offers.count {
      let creator = offers[start].creator
      let isForced = forced.contains(creator)
      if isForced { found += 1 } else { options.append(Self.nobody) }
      while start < offers.count, offers[start].creator == creator {
        let offer = offers[start]
        options.append(
          Option(
            cost: offer.cost.fen, value: offer.value, count: 1, kind: kind(offer),
            agency: offer.agency, offer: Int32(start)))
        start += 1
      }
      starts.append(Int32(options.count))
    }
    isMissing = found < forced.count
  }

  static let nobody = Option(cost: 0, value: 0, count: 0, kind: 0, agency: -1, offer: -1)

  /// Numbers the agencies that have more creators than may be chosen; only these need watching.
  private mutating func limitAgencies(_ most: Int?) {
    var members: [Int32: Int] = [:]
    if most != nil {
      for group in 0..<groups {
        for agency in Set(options[options(of: group)].map(\.agency)) where agency > 0 {
          members[agency, default: 0] += 1
        }
      }
    }
    let watched = members.filter { $0.value > most ?? .max }.keys.sorted()
    let places = Dictionary(uniqueKeysWithValues: watched.enumerated().map { ($1, Int32($0)) })
    for index in options.indices {
      options[index].agency = places[options[index].agency] ?? -1
    }
    room = watched.map { _ in Int64(most ?? 0) }
  }

  /// Σ over what counts towards the category >= share · Σ over all, as a row that is at most 0.
  private static func minimums(_ problem: Problem, _ kinds: [Kind], _ ignored: Set<Constraint>)
    -> [Row]
  {
    let none = kinds.map { _ in Int64(0) }
    return problem.categoryMinimums.enumerated().compactMap { place, minimum in
      if minimum.share.basisPoints == 0 || ignored.contains(.category(minimum)) { return nil }
      let parts = kinds.map { kind in
        minimum.share.basisPoints - (kind.categories >> UInt64(place) & 1 == 1 ? 10_000 : 0)
      }
      return minimum.of == .count
        ? Row(cost: none, count: parts, bound: 0) : Row(cost: parts, count: none, bound: 0)
    }
  }

  /// The sets of kinds that a row over several counts tells apart, bands first.
  private static func boxes(_ rows: [Row], _ kinds: [Kind]) -> [[Int]] {
    var boxes: [[Int]] = []
    for row in rows where row.count.count(where: { $0 != 0 }) > 1 {
      for sign in Set(row.count).sorted() {
        let own = kinds.indices.filter { row.count[$0] == sign }
        if !boxes.contains(own) { boxes.append(own) }
      }
    }
    return boxes
  }
}
