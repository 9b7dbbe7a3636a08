/// A part of a whole, compared exactly; the whole is above 0.
public struct Ratio: Hashable, Sendable {
  /// What is compared.
  public let part: Int64
  /// With what.
  public let whole: Int64

  /// A ratio; `nil` unless the whole is above 0.
  public init?(_ part: Int64, to whole: Int64) {
    guard whole > 0 else { return nil }
    (self.part, self.whole) = (part, whole)
  }

  /// Whether it is at least a number of ten-thousandths.
  public func isAtLeast(basisPoints: Int64) -> Bool {
    Int128(part) * 10_000 >= Int128(whole) * Int128(basisPoints)
  }

  /// Whether it is more than a number of ten-thousandths.
  public func isAbove(basisPoints: Int64) -> Bool {
    Int128(part) * 10_000 > Int128(whole) * Int128(basisPoints)
  }

  /// Whether it is more than another.
  public static func > (left: Ratio, right: Ratio) -> Bool {
    Int128(left.part) * Int128(right.whole) > Int128(right.part) * Int128(left.whole)
  }

  /// In ten-thousandths, half up.
  public var basisPoints: Int64 {
    let twice = Int128(part) * 20_000 + Int128(whole)
    let (quotient, rest) = twice.quotientAndRemainder(dividingBy: Int128(whole) * 2)
    return Int64(clamping: rest < 0 ? quotient - 1 : quotient)
  }
}

extension Ratio: CustomStringConvertible {
  /// `3.2 ×`, `0.08 ×`: tenths, or hundredths below a half; half up.
  public var description: String { Self.times(basisPoints: basisPoints) }

  /// Ten-thousandths in the same way.
  public static func times(basisPoints: Int64) -> String {
    let unit: Int64 = basisPoints < 5_000 ? 100 : 1_000
    let rounded = (basisPoints + unit / 2) / unit
    let (whole, rest) = rounded.quotientAndRemainder(dividingBy: 10_000 / unit)
    guard rest > 0 else { return "\(Grouped.text(whole)) ×" }
    let digits = unit == 100 && rest < 10 ? "0\(rest)" : "\(rest)"
    return "\(Grouped.text(whole)).\(digits) ×"
  }
}
