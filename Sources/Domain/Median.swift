/// The middle of numbers.
public enum Median {
  /// The median; of an even number the mean of the middle two, rounded half up. `nil` of none.
  public static func of(_ numbers: [Int64]) -> Int64? {
    guard !numbers.isEmpty else { return nil }
    var list = numbers
    let lower = select((list.count - 1) / 2, &list)
    // What stands behind it is no smaller.
    return middle(lower, list[(list.count / 2)...].min() ?? lower)
  }

  /// The number that stands at a place once they are sorted; those before it are no larger, those behind it no
  /// smaller. Sorting all of them takes ten times as long.
  private static func select(_ place: Int, _ list: inout [Int64]) -> Int64 {
    var (low, high) = (0, list.count - 1)
    // Each round leaves out about half; where it doesn't, sorting is quicker.
    for _ in 0..<64 where low < high {
      let three = [list[low], list[low + (high - low) / 2], list[high]].sorted()
      var (left, right) = (low, high)
      while left <= right {
        while list[left] < three[1] { left += 1 }
        while list[right] > three[1] { right -= 1 }
        guard left <= right else { break }
        list.swapAt(left, right)
        (left, right) = (left + 1, right - 1)
      }
      if place > right, place < left { return list[place] }
      if place <= right { high = right } else { low = left }
    }
    if low < high { list[low...high].sort() }
    return list[place]
  }

  /// The mean of the middle two, rounded half up; of an odd number of values they are the same one.
  static func middle(_ lower: Int64, _ upper: Int64) -> Int64 {
    let (sum, isOdd) = (lower + upper).quotientAndRemainder(dividingBy: 2)
    return sum + (isOdd > 0 ? 1 : 0)
  }
}
