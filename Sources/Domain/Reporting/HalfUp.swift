/// Quotients of whole numbers, rounded half up: a tie goes toward more, below zero too.
public enum HalfUp {
  /// A part of a whole, times a scale; `nil` when there is nothing to divide by, or no `Int64` holds it.
  public static func quotient(_ part: Int128, _ whole: Int128, times scale: Int128 = 1) -> Int64? {
    guard whole > 0 else { return nil }
    let twice = part * scale * 2 + whole
    let (quotient, rest) = twice.quotientAndRemainder(dividingBy: whole * 2)
    return Int64(exactly: rest < 0 ? quotient - 1 : quotient)
  }
}
