/// What is usual: the median of some notes, and of how many.
public struct Norm: Hashable, Sendable {
  /// The median, in the unit of what was measured; of an even number the mean of the middle two, half up.
  public let median: Int64
  /// Of how many notes.
  public let notes: Int

  /// Which notes they are; `nil` for images and videos together.
  public let format: NoteFormat?

  /// A norm.
  public init(median: Int64, notes: Int, format: NoteFormat? = nil) {
    (self.median, self.notes, self.format) = (median, notes, format)
  }

  /// The norm of some values; `nil` for fewer than there must be, and for one of 0, which nothing compares with.
  public init?(of values: [Int64], atLeast fewest: Int64, format: NoteFormat? = nil) {
    guard values.count >= max(1, fewest), let median = Median.of(values), median > 0 else {
      return nil
    }
    self.init(median: median, notes: values.count, format: format)
  }

  /// The same of sorted values, the one at a place left out.
  init?(
    ofSorted values: [Int64], without left: Int? = nil, atLeast fewest: Int64,
    format: NoteFormat? = nil
  ) {
    let count = values.count - (left == nil ? 0 : 1)
    guard count >= max(1, fewest) else { return nil }
    let value = { (place: Int) in values[place < left ?? .max ? place : place + 1] }
    let median = Median.middle(value((count - 1) / 2), value(count / 2))
    guard median > 0 else { return nil }
    self.init(median: median, notes: count, format: format)
  }

  /// The notes behind it in words: `12 image notes`, `3 other notes`, `1 note`.
  func counted(_ kind: String = "") -> String {
    let words = [Grouped.text(Int64(notes)), kind, format?.rawValue ?? "", "note"]
    return words.filter { !$0.isEmpty }.joined(separator: " ") + (notes == 1 ? "" : "s")
  }
}
