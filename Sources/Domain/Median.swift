/// The middle of numbers.
public enum Median {
  /// The median; of an even number the mean of the middle two, rounded half up. `nil` of none.
  public static func of(_ numbers: [Int64]) -> Int64? {
    let sorted = numbers.sorted()
    guard !sorted.isEmpty else { return nil }
    let middle = sorted.count / 2
    if sorted.count % 2 == 1 { return sorted[middle] }
    let (sum, isOdd) = (sorted[middle - 1] + sorted[middle]).quotientAndRemainder(dividingBy: 2)
    return sum + (isOdd > 0 ? 1 : 0)
  }
}
