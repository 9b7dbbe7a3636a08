/// Whole numbers with a comma between each three digits, as both Chinese and international readers write them.
public enum Grouped {
  /// `1234567` as `1,234,567`.
  public static func text(_ number: UInt64) -> String {
    let digits = String(number)
    var result = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.utf8.count - place) % 3 == 0 { result.append(",") }
      result.append(digit)
    }
    return result
  }

  /// `-1234` as `-1,234`.
  public static func text(_ number: Int64) -> String {
    (number < 0 ? "-" : "") + text(number.magnitude)
  }
}
