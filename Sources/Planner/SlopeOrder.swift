/// Puts steps in order of slope without comparing each with each.
enum SlopeOrder {
  private struct Entry {
    let key: UInt64
    let index: Int32
  }

  private static let digit: UInt64 = 11

  /// The places of the steps, steepest first; of equally steep ones the earlier first.
  ///
  /// A quotient of integers below 2^53 rounds to a Double without changing places with another, so
  /// keys decide unless they are equal; those are compared exactly.
  ///
  /// - Parameters:
  ///   - count: how many steps there are.
  ///   - step: a step's value and cost; the cost is positive.
  static func steepestFirst(_ count: Int, step: (Int) -> (value: Int64, cost: Int64)) -> [Int32] {
    var entries = (0..<count).map { index in
      let (value, cost) = step(index)
      return Entry(key: key(Double(value) / Double(cost)), index: Int32(index))
    }
    if count < 512 {
      entries.sort { ($0.key, $0.index) < ($1.key, $1.index) }
    } else {
      for shift in stride(from: UInt64(0), to: 64, by: Int(digit)) { pass(&entries, shift) }
    }
    var order = entries.map(\.index)
    var start = 0
    while start < count {
      var end = start + 1
      while end < count, entries[end].key == entries[start].key { end += 1 }
      if end - start > 1 { settle(&order[start..<end], step) }
      start = end
    }
    return order
  }

  /// Grows as the slope falls.
  private static func key(_ slope: Double) -> UInt64 {
    // Adding zero makes one zero of the two.
    let bits = (slope + 0).bitPattern
    let rising = bits >> 63 == 0 ? bits | 1 << 63 : ~bits
    return ~rising
  }

  private static func pass(_ entries: inout [Entry], _ shift: UInt64) {
    let mask = UInt64(1) << digit - 1
    var starts = [Int](repeating: 0, count: Int(mask) + 2)
    for entry in entries { starts[Int(entry.key >> shift & mask) + 1] += 1 }
    if starts.contains(entries.count) { return }
    for place in 1..<starts.count { starts[place] += starts[place - 1] }
    entries = [Entry](unsafeUninitializedCapacity: entries.count) { sorted, count in
      for entry in entries {
        let bucket = Int(entry.key >> shift & mask)
        sorted.initializeElement(at: starts[bucket], to: entry)
        starts[bucket] += 1
      }
      count = entries.count
    }
  }

  /// Sorts a run of keys that look the same by their exact slopes.
  private static func settle(
    _ run: inout ArraySlice<Int32>, _ step: (Int) -> (value: Int64, cost: Int64)
  ) {
    if zip(run, run.dropFirst()).allSatisfy({ lead(step(Int($0)), step(Int($1))) >= 0 }) { return }
    run.sort {
      let lead = lead(step(Int($0)), step(Int($1)))
      return lead == 0 ? $0 < $1 : lead > 0
    }
  }

  /// Positive when the first step is steeper.
  private static func lead(
    _ first: (value: Int64, cost: Int64), _ second: (value: Int64, cost: Int64)
  ) -> Int128 {
    Int128(first.value) * Int128(second.cost) - Int128(second.value) * Int128(first.cost)
  }
}
