/// What is usual: the median of some notes, and of how many.
public struct Norm: Hashable, Sendable {
  /// The median, in the unit of what was measured; of an even number the mean of the middle two, half up.
  public let median: Int64
  /// Of how many notes.
  public let notes: Int

  /// A norm.
  public init(median: Int64, notes: Int) { (self.median, self.notes) = (median, notes) }

  /// The norm of some values; `nil` for fewer than there must be, and for one of 0, which nothing compares with.
  public init?(of values: [Int64], atLeast fewest: Int64) {
    guard values.count >= max(1, fewest), let median = Median.of(values), median > 0 else {
      return nil
    }
    self.init(median: median, notes: values.count)
  }
}
