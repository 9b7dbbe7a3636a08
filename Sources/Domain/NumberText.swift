/// The spelling of numbers: what ``ExactNumber`` peels off before the digits.
enum NumberText {
  /// The text without surrounding white space, full-width ASCII folded to ASCII.
  static func folded(_ text: String) -> [Unicode.Scalar] {
    let scalars = text.unicodeScalars.map { scalar in
      (0xFF01...0xFF5E).contains(scalar.value)
        ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
    }
    let isSpace = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
    return Array(scalars.drop(while: isSpace).reversed().drop(while: isSpace).reversed())
  }

  /// Removes one currency sign or word before, and 元 after.
  static func dropCurrency(_ text: inout ArraySlice<Unicode.Scalar>) {
    for sign in ["¥", "￥", "CNY", "RMB"] {
      let scalars = Array(sign.unicodeScalars)
      guard text.starts(with: scalars) else { continue }
      text = text.dropFirst(scalars.count).drop { $0 == " " }
      break
    }
    if text.last == "元" { text = text.dropLast() }
  }

  /// Removes a unit at the end and gives its power of ten: 千/k 3, 万/w 4, 亿 8.
  static func takeUnit(_ text: inout ArraySlice<Unicode.Scalar>) -> Int? {
    let power: Int
    switch text.last {
    case "千", "k", "K": power = 3
    case "万", "萬", "w", "W": power = 4
    case "亿", "億": power = 8
    default: return nil
    }
    text = text.dropLast()
    return power
  }

  /// Digits with an optional sign, comma groups of three and one point; how many decimals it has.
  static func decimal(_ text: ArraySlice<Unicode.Scalar>) -> (Int64, decimals: Int)? {
    var text = text
    let isNegative = text.first == "-"
    if isNegative || text.first == "+" { text = text.dropFirst() }
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first.flatMap(ungrouped), !whole.isEmpty else { return nil }
    let fraction = parts.count > 1 ? parts[1] : []
    if parts.count > 1, fraction.isEmpty { return nil }
    var value: Int64 = 0
    for scalar in whole + fraction {
      guard let digit = digit(scalar), value < 100_000_000_000_000_000 else { return nil }
      value = value * 10 + digit
    }
    return (isNegative ? -value : value, fraction.count)
  }

  /// The digits without commas, or `nil` when the commas don't part groups of three.
  private static func ungrouped(_ text: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar]? {
    let groups = text.split(separator: ",", omittingEmptySubsequences: false)
    guard groups.count > 1 else { return Array(text) }
    guard (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 }) else {
      return nil
    }
    return groups.flatMap { $0 }
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Int64? {
    ("0"..."9").contains(scalar) ? Int64(scalar.value) - 48 : nil
  }
}
