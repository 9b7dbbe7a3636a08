import Domain

/// Days as a workbook keeps them: a number, and a style that shows it as a date.
enum SheetDate {
  /// `2026-08-03`, or `2026-08-03T12:30:00` for a number with a part of a day; `nil` when it is no day
  /// of the years 1900 through 9999.
  ///
  /// Counted from the last day but one of 1899, since Excel takes 1900 for a leap year, or from 1904.
  static func text(_ number: String, isFrom1904: Bool) -> String? {
    guard let number = try? ExactNumber(number), number.coefficient >= 0,
      let seconds = number.rounded(ofOneIn: 86_400)
    else { return nil }
    let (days, rest) = seconds.quotientAndRemainder(dividingBy: 86_400)
    guard let day = day(days, isFrom1904: isFrom1904) else { return nil }
    if rest == 0 { return "\(day)" }
    let two = { (value: Int64) in value < 10 ? "0\(value)" : "\(value)" }
    return "\(day)T\(two(rest / 3_600)):\(two(rest / 60 % 60)):\(two(rest % 60))"
  }

  private static func day(_ days: Int64, isFrom1904: Bool) -> Day? {
    // Both ways end with the year 9999. Number 60 is 29 February 1900, a day that never was.
    if isFrom1904 {
      return (0...2_957_003).contains(days) ? Day(number: Int32(days) - 24_107) : nil
    }
    guard (1...2_958_465).contains(days), days != 60 else { return nil }
    return Day(number: Int32(days) - (days < 60 ? 25_568 : 25_569))
  }
}

extension ExactNumber {
  /// The number × `parts`, rounded half up, or `nil` when it does not fit.
  fileprivate func rounded(ofOneIn parts: Int64) -> Int64? {
    guard (-18...6).contains(exponent) else { return nil }
    let scale = (0..<abs(exponent)).reduce(Int128(1)) { product, _ in product * 10 }
    let product = Int128(coefficient) * Int128(parts)
    let value = exponent < 0 ? (2 * product + scale) / (2 * scale) : product * scale
    return Int64(exactly: value)
  }
}
