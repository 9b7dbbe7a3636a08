import Interchange

/// SplitMix64: the same cases on every run.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  /// Texts made of what breaks writers: quotes, delimiters, line ends, formulas, wide characters.
  mutating func text(upTo length: Int = 8) -> String {
    let pieces = [
      "a", "1", "e", "0", "=", "+", "-", "@", "'", "\"", ",", ";", "\t", "\n", "\r", "\r\n", " ",
      "小", "红", "😀", "é", "＝", "\\", "\u{1F468}\u{200D}\u{1F469}", ".",
    ]
    return (0..<below(length + 1)).map { _ in pieces[below(pieces.count)] }.joined()
  }

  mutating func json(depth: Int) -> JSON {
    switch below(depth > 0 ? 6 : 4) {
    case 0: return .null
    case 1: return .bool(below(2) == 0)
    case 2: return .number(["0", "-1", "450.0", "1E-9", "98765432109876543210"][below(5)])
    case 3: return .string(text() + (below(4) == 0 ? "\u{0}\u{1B}" : ""))
    case 4: return .array((0..<below(4)).map { _ in json(depth: depth - 1) })
    default:
      return .object((0..<below(4)).map { .init("\($0)" + text(upTo: 3), json(depth: depth - 1)) })
    }
  }
}
