/// How many picks each pool may have, as far as rows of counts alone tell.
enum CountBoxes {
  /// The boxes without the counts that can't hold in whole creators; `nil` when nothing is left.
  ///
  /// - Parameters:
  ///   - right: what the rows have left for the pools from `first` on.
  ///   - boxes: of all pools; those before `first` are settled.
  static func narrowed(
    _ boxes: [ClosedRange<Int64>], from first: Int, rows: [Row], right: [Int64]
  ) -> [ClosedRange<Int64>]? {
    var boxes = boxes
    // Each round narrows by what the round before found; a few find nearly all there is.
    for _ in 0..<4 {
      let before = boxes
      for (row, right) in zip(rows, right) where row.cost.allSatisfy({ $0 == 0 }) {
        guard narrow(&boxes, from: first, row, right) else { return nil }
      }
      if boxes == before { break }
    }
    return boxes
  }

  private static func narrow(
    _ boxes: inout [ClosedRange<Int64>], from first: Int, _ row: Row, _ right: Int64
  ) -> Bool {
    let least = { (pool: Int, box: ClosedRange<Int64>) in
      row.count[pool] * (row.count[pool] > 0 ? box.lowerBound : box.upperBound)
    }
    var spare = right
    for pool in first..<boxes.count { spare -= least(pool, boxes[pool]) }
    if spare < 0 { return false }
    for pool in first..<boxes.count where row.count[pool] != 0 {
      let steps = spare / abs(row.count[pool])
      let box = boxes[pool]
      guard steps < box.upperBound - box.lowerBound else { continue }
      boxes[pool] =
        row.count[pool] > 0
        ? box.lowerBound...(box.lowerBound + steps) : (box.upperBound - steps)...box.upperBound
    }
    return true
  }
}
