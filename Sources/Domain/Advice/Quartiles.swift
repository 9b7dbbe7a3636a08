/// The quarters of numbers: between which values the lower half, the upper half and the middle half lie.
public struct Quartiles: Hashable, Sendable {
  /// A quarter lies up to it.
  public let lower: Int64
  /// Half lies up to it.
  public let median: Int64
  /// Three quarters lie up to it.
  public let upper: Int64
  /// Of how many numbers.
  public let count: Int

  /// The quartiles of numbers in any order; `nil` for fewer than there must be.
  ///
  /// As Excel's QUARTILE.INC and method 7 of Hyndman and Fan: the k-th is at (n − 1) × k ÷ 4 of the sorted
  /// numbers, counted from 0, in proportion between the two beside it; rounded half up to a whole.
  public init?(of numbers: [Int64], atLeast fewest: Int64) {
    guard numbers.count >= max(1, fewest) else { return nil }
    let sorted = numbers.sorted()
    let at = { (k: Int) -> Int64 in
      let (place, quarters) = ((sorted.count - 1) * k).quotientAndRemainder(dividingBy: 4)
      let low = Int128(sorted[place])
      let high = Int128(sorted[min(place + 1, sorted.count - 1)])
      // Half up, below 0 too.
      let eighths = (low * 4 + (high - low) * Int128(quarters)) * 2 + 4
      let (quotient, rest) = eighths.quotientAndRemainder(dividingBy: 8)
      return Int64(rest < 0 ? quotient - 1 : quotient)
    }
    (lower, median, upper, count) = (at(1), at(2), at(3), sorted.count)
  }

  /// Where the middle half stands against a range: within when its median is, above or below when the
  /// median is.
  public func stands(against range: ClosedRange<Int64>) -> QuoteBenchmark.Judgement {
    median < range.lowerBound ? .below : median > range.upperBound ? .above : .within
  }
}
