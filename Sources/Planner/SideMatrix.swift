/// Small dense matrices.
enum SideMatrix {
  /// The inverse of a square matrix given by columns, row after row; `nil` when it has none.
  static func inverse(_ size: Int, column: (Int) -> [Double]) -> [Double]? {
    var left = [Double](repeating: 0, count: size * size)
    for place in 0..<size {
      let own = column(place)
      for row in 0..<size { left[row * size + place] = own[row] }
    }
    var right = [Double](repeating: 0, count: size * size)
    for row in 0..<size { right[row * size + row] = 1 }
    for step in 0..<size {
      var best = step
      for row in step..<size
      where abs(left[row * size + step]) > abs(left[best * size + step]) { best = row }
      let pivot = left[best * size + step]
      if abs(pivot) < 1e-11 { return nil }
      if best != step {
        for place in 0..<size {
          left.swapAt(best * size + place, step * size + place)
          right.swapAt(best * size + place, step * size + place)
        }
      }
      for place in 0..<size {
        left[step * size + place] /= pivot
        right[step * size + place] /= pivot
      }
      for row in 0..<size where row != step && left[row * size + step] != 0 {
        let factor = left[row * size + step]
        for place in 0..<size {
          left[row * size + place] -= factor * left[step * size + place]
          right[row * size + place] -= factor * right[step * size + place]
        }
      }
    }
    return right
  }
}
