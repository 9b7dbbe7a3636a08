/// The middle of numbers.
public enum Median {
  /// The median; of an even number the mean of the middle two, rounded half up. `nil` of none.
  public static func of(_ numbers: [Int64]) -> Int64? {
    let sorted = numbers.sorted()
    guard !sorted.isEmpty else { return nil }
    return middle(sorted[(sorted.count - 1) / 2], sorted[sorted.count / 2])
  }

  /// The mean of the middle two, rounded half up; of an odd number of values they are the same one.
  static func middle(_ lower: Int64, _ upper: Int64) -> Int64 {
    let (sum, isOdd) = (lower + upper).quotientAndRemainder(dividingBy: 2)
    return sum + (isOdd > 0 ? 1 : 0)
  }
}
