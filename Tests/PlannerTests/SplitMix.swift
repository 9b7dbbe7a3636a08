/// A small seeded generator (SplitMix64), so that each case can be made again from its number.
struct SplitMix {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number in a range; the slight unevenness of a remainder doesn't matter here.
  mutating func int(_ range: ClosedRange<Int64>) -> Int64 {
    range.lowerBound + Int64(next() % UInt64(range.upperBound - range.lowerBound + 1))
  }

  mutating func chance(_ percent: Int64) -> Bool { int(1...100) <= percent }

  mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int(int(0...Int64(values.count - 1)))]
  }

  mutating func shuffled<Value>(_ values: [Value]) -> [Value] {
    var values = values
    for place in stride(from: values.count - 1, to: 0, by: -1) {
      values.swapAt(place, Int(int(0...Int64(place))))
    }
    return values
  }
}
