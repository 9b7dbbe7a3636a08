/// A decimal number exactly as it was typed: `coefficient` × 10^`exponent`. No floating point.
///
/// Reads what people and exports write: `125000`, `125,000`, `12.5万`, `1.2w`, `3k`, `1亿`,
/// `¥3,000`, `3000元`, full-width digits. Does not read `1e5`, a percent sign, or `12,5`.
public struct ExactNumber: Hashable, Sendable {
  /// The digits as one whole number, with the sign.
  public let coefficient: Int64
  /// The power of ten: -2 for `0.05`, 4 for `3万`.
  public let exponent: Int
  /// Whether the text itself named its unit (`万`, `w`, `k`, `亿`), so that a column's unit must not be applied again.
  public let namesUnit: Bool

  /// A number from its parts.
  public init(coefficient: Int64, exponent: Int, namesUnit: Bool = false) {
    self.coefficient = coefficient
    self.exponent = exponent
    self.namesUnit = namesUnit
  }

  /// Reads a number from text, surrounding white space ignored.
  ///
  /// - Parameter allowingCurrency: accepts `¥`, `￥`, `CNY`, `RMB` before and `元` after the number.
  /// - Throws: ``NumberProblem`` when the text is no such number, or has more than 18 digits.
  public init(_ text: String, allowingCurrency: Bool = false) throws(NumberProblem) {
    if let plain = Self.plain(text) {
      self = plain
      return
    }
    let wanted =
      allowingCurrency
      ? "an amount in yuan, such as 3000, ¥3,000 or 30万"
      : "a number, such as 125000, 125,000 or 12.5万"
    var characters = NumberText.folded(text)[...]
    if allowingCurrency { NumberText.dropCurrency(&characters) }
    let unit = NumberText.takeUnit(&characters)
    guard let (coefficient, decimals) = NumberText.decimal(characters) else {
      throw NumberProblem(wanted: wanted)
    }
    self.init(
      coefficient: coefficient, exponent: (unit ?? 0) - decimals, namesUnit: unit != nil)
  }

  private static func plain(_ text: String) -> ExactNumber? {
    var text = text
    return text.withUTF8 { ExactNumber(plain: $0) }
  }

  /// Nearly every number of a list: up to 17 ASCII digits and points, one point at the most and
  /// not at an end; `nil` for any other text.
  public init?(plain bytes: UnsafeBufferPointer<UInt8>) {
    guard (1...17).contains(bytes.count) else { return nil }
    var (value, decimals) = (Int64(0), -1)
    for byte in bytes {
      if byte == UInt8(ascii: "."), decimals < 0, byte != bytes[0] {
        decimals = 0
      } else if (0x30...0x39).contains(byte) {
        value = value * 10 + Int64(byte - 0x30)
        if decimals >= 0 { decimals += 1 }
      } else {
        return nil
      }
    }
    guard decimals != 0 else { return nil }
    self.init(coefficient: value, exponent: -max(decimals, 0))
  }

  /// The number × 10^`power` as a whole number, or `nil` when it is not whole or does not fit.
  public func whole(timesTenTo power: Int = 0) -> Int64? {
    let shift = exponent + power
    var value = coefficient
    if coefficient == 0 { return 0 }
    guard abs(shift) <= 40 else { return nil }
    for _ in 0..<abs(shift) {
      if shift < 0 {
        guard value % 10 == 0 else { return nil }
        value /= 10
      } else {
        let (product, overflow) = value.multipliedReportingOverflow(by: 10)
        guard !overflow else { return nil }
        value = product
      }
    }
    return value
  }

  /// The number × 10^`power` rounded half up (away from zero), or `nil` when it does not fit.
  public func rounded(timesTenTo power: Int = 0) -> Int64? {
    let shift = exponent + power
    guard shift < 0 else { return whole(timesTenTo: power) }
    guard shift >= -18 else { return 0 }
    let divisor = (0..<(-shift)).reduce(Int64(1)) { product, _ in product * 10 }
    let magnitude = coefficient.magnitude
    let quotient = magnitude / UInt64(divisor)
    let half = magnitude % UInt64(divisor) >= (UInt64(divisor) + 1) / 2
    let result = Int64(quotient + (half ? 1 : 0))
    return coefficient < 0 ? -result : result
  }

  /// Whether it has digits below the `decimals`-th place after the point.
  public func isTooFine(forDecimals decimals: Int) -> Bool {
    var value = coefficient
    var place = exponent
    while value != 0, value % 10 == 0, place < 0 {
      value /= 10
      place += 1
    }
    return value != 0 && place < -decimals
  }

  /// The number in a unit of 10^`power`, unless its text named a unit itself: `8.6` under a header in 万.
  public func inUnit(tenTo power: Int) -> ExactNumber {
    namesUnit
      ? self : ExactNumber(coefficient: coefficient, exponent: exponent + power, namesUnit: true)
  }
}
