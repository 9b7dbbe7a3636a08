/// A small linear program in floating point: mixes points of pools under a few rows, for good multipliers.
///
/// Dantzig and Wolfe's master program, solved by the primal simplex method on a dense tableau. Nothing that
/// is claimed rests on it: its multipliers are rounded to integers, and their bound is computed exactly.
struct Master {
  /// The tableau column by column: the entries of the rows, then the reduced value.
  private var columns: [Double] = []
  private var right: [Double]
  private var basis: [Int]
  private let rows: Int
  /// Rows of the model come first, then one row per pool.
  private let height: Int
  /// What a unit of a broken row costs; multipliers never pass it.
  private let penalty = 1e6
  private let tolerance = 1e-10

  /// A program with nothing but the start in it: `right` is what each row has left at the pools' first points.
  init(right given: [Double], pools: Int) {
    rows = given.count
    height = rows + pools
    right = given + [Double](repeating: 1, count: pools) + [0]
    basis = Array(0..<(rows + pools))
    columns.reserveCapacity((height + 1) * 128)
    for row in 0..<height { appendUnit(row, sign: 1, value: 0) }
    for row in 0..<rows { appendUnit(row, sign: -1, value: -penalty) }
    for row in 0..<rows where given[row] < 0 { pivot(row: row, column: height + row) }
  }

  /// What a unit more of each row's right side would be worth.
  var multipliers: [Double] { (0..<rows).map { max(0, -reduced($0)) } }

  /// The value of the best mix so far, the start's value left out.
  var value: Double { -right[height] }

  /// How much of each added point, in the order they were added, is in the mix.
  var weights: [(added: Int, weight: Double)] {
    basis.enumerated().compactMap { row, column in
      column < height + rows ? nil : (column - height - rows, right[row])
    }
  }

  /// Adds a point of a pool, given as differences from the pool's first point.
  mutating func add(value: Double, use: [Double], pool: Int) {
    var column = [Double](repeating: 0, count: height + 1)
    column[height] = value
    for (row, amount) in use.enumerated() where amount != 0 {
      addScaled(row, amount, to: &column)
    }
    addScaled(rows + pool, 1, to: &column)
    columns.append(contentsOf: column)
  }

  /// Pivots until no column improves, or for long enough.
  mutating func optimize() {
    for turn in 0..<400 {
      guard let column = entering(firstFound: turn > 100), let row = leaving(column) else { return }
      pivot(row: row, column: column)
    }
  }

  private mutating func appendUnit(_ row: Int, sign: Double, value: Double) {
    for index in 0..<height { columns.append(index == row ? sign : 0) }
    columns.append(value)
  }

  /// The columns of the slacks hold the inverse of the basis.
  private func addScaled(_ slack: Int, _ amount: Double, to column: inout [Double]) {
    let start = slack * (height + 1)
    for index in 0...height { column[index] += amount * columns[start + index] }
  }

  private func reduced(_ column: Int) -> Double { columns[column * (height + 1) + height] }

  private func entering(firstFound: Bool) -> Int? {
    var best: Int?
    var largest = tolerance
    for column in 0..<(columns.count / (height + 1)) where reduced(column) > largest {
      if firstFound { return column }
      (best, largest) = (column, reduced(column))
    }
    return best
  }

  private func leaving(_ column: Int) -> Int? {
    var best: Int?
    var least = Double.infinity
    let start = column * (height + 1)
    for row in 0..<height where columns[start + row] > 1e-10 {
      let ratio = max(0, right[row]) / columns[start + row]
      if ratio < least || (ratio == least && basis[row] < basis[best ?? row]) {
        (best, least) = (row, ratio)
      }
    }
    return best
  }

  private mutating func pivot(row: Int, column: Int) {
    let start = column * (height + 1)
    let pivotColumn = Array(columns[start...(start + height)])
    for other in 0..<(columns.count / (height + 1)) {
      let base = other * (height + 1)
      let factor = columns[base + row] / pivotColumn[row]
      if factor == 0 { continue }
      for index in 0...height { columns[base + index] -= factor * pivotColumn[index] }
      columns[base + row] = factor
    }
    let factor = right[row] / pivotColumn[row]
    for index in 0...height { right[index] -= factor * pivotColumn[index] }
    right[row] = factor
    basis[row] = column
  }
}
