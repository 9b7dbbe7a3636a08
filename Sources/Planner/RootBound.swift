import Domain

/// Rules of a problem with multipliers that prove a bound on every list, for a check by other means.
///
/// For any multipliers of zero or more, no list that keeps to the rules is worth more than
/// Σ multiplier · bound + Σ over creators of the best score (0 for not choosing one who may be left out),
/// where an offer scores its value less multiplier · coefficient for each rule.
public struct RootBound: Sendable {
  /// Σ over bands of (cost · fen spent + count · creators) <= bound.
  public struct Rule: Sendable {
    /// The coefficient of each band's spend in fen.
    public let cost: ByBand<Int64>
    /// The coefficient of each band's number of creators.
    public let count: ByBand<Int64>
    /// What the left side may be at the most.
    public let bound: Int64
    /// Zero or more, in parts of 2^50 to a unit of the objective.
    public let multiplier: Int128
  }

  /// Those of the budget and the mix.
  public let rules: [Rule]
  /// The multiplier of Σ (share - 10 000 for what counts) · spend or count <= 0 for each category minimum.
  public let categories: [Int128]
  /// The multipliers of "so many creators of an agency", by its number, those above zero.
  public let agencies: [(agency: Int32, multiplier: Int128)]
}

extension Problem {
  /// The rules of the problem with the multipliers that the search begins with.
  public func rootBound() -> RootBound {
    crossesBands() ? sideBound() : bandBound()
  }

  private func bandBound() -> RootBound {
    let model = Model(self)
    let set = RowSet(model.rows, budget: budget.fen, people: offers.count)
    var search = MultiplierSearch(model)
    let found = search.find(set, from: 0, right: model.rows.map(\.bound), enough: -1)
    return bound(found?.rows ?? [], categories: [], agencies: [])
  }

  private func sideBound() -> RootBound {
    let model = SideModel(self, ignoring: [])
    var program = SideProgram(model)
    _ = program.run(from: SideProgram.Basis()) { false }
    let exact = SideBound(model, program.scale)
    var found = [Int128](repeating: 0, count: program.scale.units.count)
    for (row, amount) in exact.integers(program.active, program.multipliers) {
      found[row] = amount
    }
    let asked = categoryMinimums.count { $0.share.basisPoints > 0 }
    var categories = found[(model.rows.count - asked)..<model.rows.count]
    var numbers: [Int: Int32] = [:]
    for option in model.options where option.agency >= 0 {
      numbers[Int(option.agency)] = model.offers[Int(option.offer)].agency
    }
    return bound(
      Array(found[..<(model.rows.count - asked)]),
      categories: categoryMinimums.map { minimum in
        minimum.share.basisPoints > 0 ? categories.popFirst() ?? 0 : 0
      },
      agencies: found[program.scale.byKind...].enumerated().compactMap { place, amount in
        amount > 0 ? numbers[place].map { ($0, amount) } : nil
      })
  }

  private func bound(
    _ multipliers: [Int128], categories: [Int128],
    agencies: [(agency: Int32, multiplier: Int128)]
  ) -> RootBound {
    let rows = RowBuilder(self, bands: Band.allCases, ignoring: []).rows
    return RootBound(
      rules: rows.enumerated().map { place, row in
        RootBound.Rule(
          cost: ByBand(row.cost), count: ByBand(row.count), bound: row.bound,
          multiplier: place < multipliers.count ? multipliers[place] : 0)
      }, categories: categories, agencies: agencies)
  }
}

extension ByBand<Int64> {
  /// Values in the order of all bands.
  fileprivate init(_ values: [Int64]) {
    self.init(repeating: 0)
    for (band, value) in zip(Band.allCases, values) { self[band] = value }
  }
}
