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

  /// As many as the problem has.
  public let rules: [Rule]
}

extension Problem {
  /// The rules of the problem's budget and mix with the multipliers that the search begins with.
  public func rootBound() -> RootBound {
    let model = Model(self)
    let set = RowSet(model.rows, budget: budget.fen, people: offers.count)
    var search = MultiplierSearch(model)
    let found = search.find(set, from: 0, right: model.rows.map(\.bound), enough: -1)
    let rules = RowBuilder(self, bands: Band.allCases, ignoring: []).rows
    return RootBound(
      rules: rules.enumerated().map { place, row in
        let cost = Dictionary(uniqueKeysWithValues: zip(Band.allCases, row.cost))
        let count = Dictionary(uniqueKeysWithValues: zip(Band.allCases, row.count))
        return RootBound.Rule(
          cost: ByBand { cost[$0] ?? 0 }, count: ByBand { count[$0] ?? 0 }, bound: row.bound,
          multiplier: found?.rows[place] ?? 0)
      })
  }
}

extension ByBand {
  fileprivate init(_ value: (Band) -> Value) {
    self.init(koc: value(.koc), mid: value(.mid), head: value(.head))
  }
}
