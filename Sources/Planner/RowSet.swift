/// Rows with the units that bring their left sides near one, for arithmetic in floating point.
struct RowSet {
  let rows: [Row]
  let units: [Double]
  /// The largest multipliers whose products with spends and counts stay within 128 bits.
  let limits: [Double]
  /// Rows that are the row before them seen from the other side.
  private let opposites: [Int]

  init(_ rows: [Row], budget: Int64, people: Int) {
    self.rows = rows
    let money = 10_000 * Double(max(1, budget))
    units = rows.map { row in
      guard row.cost.allSatisfy({ $0 == 0 }) else { return money }
      let largest = Double(max(1, row.count.map(\.magnitude).max() ?? 1))
      return largest * Double(min(max(1, people), 100))
    }
    limits = rows.map { row in row.cost.allSatisfy { $0 == 0 } ? 0x1p75 : 0x1p61 }
    opposites = rows.indices.dropFirst().filter { index in
      rows[index].cost == rows[index - 1].cost.map(-)
        && rows[index].count == rows[index - 1].count.map(-)
    }
  }

  /// Multipliers that mean the same prices: of two opposite rows only one pulls.
  func netted(_ multipliers: [Double]) -> [Double] {
    var netted = multipliers
    for index in opposites {
      let common = min(netted[index], netted[index - 1])
      netted[index] -= common
      netted[index - 1] -= common
    }
    return netted
  }

  /// The four sides of a pool's window.
  static func window(of pool: Int, pools: Int) -> [Row] {
    let money = (0..<pools).map { $0 == pool ? Int64(10_000) : 0 }
    let people = (0..<pools).map { $0 == pool ? Int64(1_000_000) : 0 }
    let none = money.map { _ in Int64(0) }
    return [
      Row(cost: money, count: none, bound: 0), Row(cost: money.map(-), count: none, bound: 0),
      Row(cost: none, count: people, bound: 0), Row(cost: none, count: people.map(-), bound: 0),
    ]
  }

  /// Two rows for each pool that keep its count within a box.
  static func boxes(pools: Int) -> [Row] {
    (0..<pools).flatMap { pool in
      let people = (0..<pools).map { $0 == pool ? Int64(1_000_000) : 0 }
      let none = people.map { _ in Int64(0) }
      return [
        Row(cost: none, count: people, bound: 0), Row(cost: none, count: people.map(-), bound: 0),
      ]
    }
  }

  /// The right sides of the rows of boxes; pools before `first` are settled and have none.
  static func right(of boxes: [ClosedRange<Int64>], from first: Int) -> [Int64] {
    boxes.enumerated().flatMap { pool, box in
      pool < first ? [0, 0] : [1_000_000 * box.upperBound, -1_000_000 * box.lowerBound]
    }
  }

  /// The right sides of the rows of a window.
  static func right(of window: Window) -> [Int64] {
    [
      10_000 * window.cost.upperBound, -10_000 * window.cost.lowerBound,
      1_000_000 * window.count.upperBound, -1_000_000 * window.count.lowerBound,
    ]
  }
}
