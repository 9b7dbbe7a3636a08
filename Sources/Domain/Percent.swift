/// Basis points written as percent.
public enum Percent {
  /// `1000` as `10%`, `1234` as `12.34%`, `-50` as `-0.5%`: no more decimals than needed.
  public static func text(basisPoints: Int64) -> String {
    let magnitude = basisPoints.magnitude
    let whole = "\(basisPoints < 0 ? "-" : "")\(magnitude / 100)"
    switch (magnitude / 10 % 10, magnitude % 10) {
    case (0, 0): return "\(whole)%"
    case (let tenths, 0): return "\(whole).\(tenths)%"
    case (let tenths, let hundredths): return "\(whole).\(tenths)\(hundredths)%"
    }
  }

  /// One number as a part of another in basis points, rounded half up; `nil` for a part of nothing.
  ///
  /// - Precondition: neither is negative.
  public static func basisPoints(_ part: Int64, of whole: Int64) -> Int64? {
    precondition(part >= 0 && whole >= 0, "a part of a negative whole")
    guard whole > 0 else { return nil }
    return Int64((Int128(part) * 20_000 + Int128(whole)) / (Int128(whole) * 2))
  }
}
