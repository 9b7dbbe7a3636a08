/// A calendar day. Days of the book are days in Asia/Shanghai.
public struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01.
  public let number: Int32

  /// The day that is `number` days after 1970-01-01.
  public init(number: Int32) {
    self.number = number
  }

  /// A day of the Gregorian calendar, or `nil` when there is no such day in the years 1900 through 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1900...9999).contains(year), (1...12).contains(month),
      (1...Self.length(ofMonth: month, year: year)).contains(day)
    else { return nil }
    // Days from the civil calendar, counted in years that begin in March (Hinnant, chrono dates).
    let marchYear = month > 2 ? year : year - 1
    let era = marchYear / 400
    let yearOfEra = marchYear - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.number = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// A day as people and exports write it: `2026-08-03`, `2026/8/3`, `2026.8.3`, `2026年8月3日`.
  public init?(_ text: String) {
    if let parts = Self.isoParts(text) {
      self.init(year: parts.0, month: parts.1, day: parts.2)
      return
    }
    let folded = NumberText.folded(text)
    let isChinese = folded.last == "日"
    let separators: [Unicode.Scalar] = isChinese ? ["年", "月"] : ["-", "/", "."]
    let body = isChinese ? folded.dropLast() : folded[...]
    guard let separator = body.first(where: separators.contains) else { return nil }
    let parts = body.split(omittingEmptySubsequences: false) {
      isChinese ? separators.contains($0) : $0 == separator
    }
    guard parts.count == 3, parts[0].count == 4, parts.dropFirst().allSatisfy({ 1...2 ~= $0.count })
    else { return nil }
    let numbers = parts.compactMap { part in
      part.allSatisfy { ("0"..."9").contains($0) }
        ? Int(String(String.UnicodeScalarView(part))) : nil
    }
    guard numbers.count == 3 else { return nil }
    self.init(year: numbers[0], month: numbers[1], day: numbers[2])
  }

  /// Year, month and day of the month.
  public var parts: (year: Int, month: Int, day: Int) {
    let shifted = Int(number) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
      dayOfYear - (153 * marchMonth + 2) / 5 + 1
    )
  }

  /// The day `days` later, or earlier when negative.
  public func adding(days: Int32) -> Day { Day(number: number + days) }

  /// Whether a day is before another.
  public static func < (left: Day, right: Day) -> Bool { left.number < right.number }

  /// The numbers of `2026-08-03`, the form of exports; `nil` for any other text.
  private static func isoParts(_ text: String) -> (Int, Int, Int)? {
    var text = text
    return text.withUTF8 { bytes in
      guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else {
        return nil
      }
      var digits: [Int] = []
      for place in [0, 1, 2, 3, 5, 6, 8, 9] {
        guard (0x30...0x39).contains(bytes[place]) else { return nil }
        digits.append(Int(bytes[place] - 0x30))
      }
      return (
        digits[0] * 1_000 + digits[1] * 100 + digits[2] * 10 + digits[3],
        digits[4] * 10 + digits[5], digits[6] * 10 + digits[7]
      )
    }
  }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension Day: CustomStringConvertible {
  /// The day in ISO form: `2026-08-03`.
  public var description: String {
    let (year, month, day) = parts
    return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }
}
