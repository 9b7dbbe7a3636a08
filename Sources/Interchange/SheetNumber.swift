/// Numbers as a workbook keeps them: the decimal text of a binary number of 15 digits or so.
enum SheetNumber {
  /// The digits that Excel keeps and shows; what stands behind them is the noise of the binary.
  private static let digitsKept = 15

  /// The number as Excel shows it in a column that is wide enough, by decimal arithmetic alone:
  /// `677.60000000000002` is `677.6`; a whole number of more than 15 digits, which Excel has rounded,
  /// is `6.52638315376245E+18`, and so is no id. `nil` when the bytes are no number.
  static func text(_ bytes: some Collection<UInt8>, shifted shift: Int = 0) -> String? {
    guard let (isNegative, digits, power) = parts(bytes) else { return nil }
    let (kept, exponent) = rounded(digits, power + shift)
    guard !kept.isEmpty else { return "0" }
    let text = kept.map { Character(Unicode.Scalar($0)) }
    let sign = isNegative ? "-" : ""
    // Where the point stands among the digits: 3 for 677.6, -1 for 0.05.
    let point = kept.count + exponent
    if point > digitsKept || point < -digitsKept {
      let rest = String(text.dropFirst())
      return sign + String(text.prefix(1)) + (rest.isEmpty ? "" : "." + rest)
        + "E" + (point > 0 ? "+" : "") + String(point - 1)
    }
    if exponent >= 0 { return sign + String(text) + String(repeating: "0", count: exponent) }
    if point <= 0 { return sign + "0." + String(repeating: "0", count: -point) + String(text) }
    return sign + String(text[..<point]) + "." + String(text[point...])
  }

  /// The ASCII digits without leading zeros, and the power of ten of the last of them.
  private static func parts(_ bytes: some Collection<UInt8>)
    -> (isNegative: Bool, digits: [UInt8], power: Int)?
  {
    var rest = bytes[...]
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
    var (digits, power, hasPoint, hasDigit) = ([UInt8](), 0, false, false)
    while let byte = rest.first, byte | 0x20 != UInt8(ascii: "e") {
      if byte == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
      } else {
        guard (0x30...0x39).contains(byte), digits.count < 400 else { return nil }
        hasDigit = true
        if byte != 0x30 || !digits.isEmpty { digits.append(byte) }
        if hasPoint { power -= 1 }
      }
      rest = rest.dropFirst()
    }
    guard hasDigit else { return nil }
    if rest.isEmpty { return (isNegative, digits, power) }
    guard let exponent = Int(String(decoding: rest.dropFirst(), as: UTF8.self)),
      exponent.magnitude < 400
    else { return nil }
    return (isNegative, digits, power + exponent)
  }

  /// Half up to the digits that are kept, without zeros at the end.
  private static func rounded(_ digits: [UInt8], _ power: Int) -> ([UInt8], power: Int) {
    var (kept, power) = (digits, power)
    if digits.count > digitsKept {
      kept = Array(digits[..<digitsKept])
      power += digits.count - digitsKept
      if digits[digitsKept] >= UInt8(ascii: "5") {
        var place = digitsKept - 1
        while place >= 0, kept[place] == UInt8(ascii: "9") {
          kept[place] = UInt8(ascii: "0")
          place -= 1
        }
        if place >= 0 {
          kept[place] += 1
        } else {
          kept.insert(UInt8(ascii: "1"), at: 0)
        }
      }
    }
    while kept.last == UInt8(ascii: "0") {
      kept.removeLast()
      power += 1
    }
    return (kept, power)
  }
}
