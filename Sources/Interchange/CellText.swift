import Domain

/// Reads one cell by what its column means. Wrong cells give what was wanted, never a guess.
enum CellText {
  /// Why a cell could not be read, as the noun phrase of what was wanted.
  struct Problem: Error {
    let wanted: String
  }

  /// The cell trimmed and in NFC, or `nil` when it holds one of the words for nothing.
  static func value(_ cell: String) -> String? {
    let text = Key.normalised(cell)
    // The longest of the words has 15 bytes, and hashing every cell costs more than reading it.
    if text.utf8.count <= 15, wordsForNothing.contains(text) { return nil }
    return text.isEmpty ? nil : text
  }

  /// FORMATS section 2; price 0 is no word, and is told apart.
  static let wordsForNothing: Set<String> = [
    "-", "--", "—", "——", "–", "null", "NULL", "数据较少", "无接单权限", "待填",
  ]

  /// Words on one line: line breaks and tabs become spaces.
  static func line(_ text: String) throws(Problem) -> String {
    // 0xC2 starts the control characters above ASCII, among others.
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 }) else {
      return text
    }
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\r", "\t": if line.last != " " { line.append(" ") }
      case _ where scalar.properties.generalCategory == .control:
        throw Problem(wanted: "text without control characters")
      default: line.append(scalar)
      }
    }
    return String(line)
  }

  /// A count in units of 10^`power`, whole and not negative.
  static func count(_ text: String, power: Int) throws(Problem) -> Int64 {
    guard let number = try? ExactNumber(text), let count = count(number, power: power) else {
      throw Problem(
        wanted: power == 0
          ? "a whole number, such as 125000, 125,000 or 12.5万"
          : "a number in 万 (ten thousands), such as 12.5")
    }
    return count
  }

  static func count(_ number: ExactNumber, power: Int) -> Int64? {
    let count = number.inUnit(tenTo: power).whole()
    return count.flatMap { (0...largestCount).contains($0) ? $0 : nil }
  }

  /// More than there are people, and far from the ends of Int64.
  private static let largestCount: Int64 = 100_000_000_000

  /// A price in yuan, and whether it was finer than a fen; `nil` for 0, which says that there is none.
  static func price(_ text: String, _ rounding: FenRounding) throws(Problem)
    -> (price: Money?, isRounded: Bool)
  {
    do {
      let number = try ExactNumber(text, allowingCurrency: true)
      let price = try Money(yuan: number, rounding: rounding)
      return (price == .zero ? nil : price, number.isTooFine(forDecimals: 2))
    } catch {
      throw Problem(wanted: error.wanted)
    }
  }

  /// An amount in yuan to the fen.
  static func amount(_ text: String) throws(Problem) -> Money {
    do {
      return try Money(yuan: ExactNumber(text, allowingCurrency: true), rounding: .refuse)
    } catch {
      throw Problem(wanted: error.wanted)
    }
  }

  /// A price in fen; `nil` for 0.
  static func priceInFen(_ text: String) throws(Problem) -> Money? {
    guard let number = try? ExactNumber(text), let fen = fen(number) else {
      throw Problem(wanted: "a whole number of fen, such as 300000 for ¥3,000")
    }
    return fen == 0 ? nil : Money(fen: fen)
  }

  /// A number in units of 10^`power` as one in units of 1; one that names its unit stays as it is.
  static func scaled(_ text: String, power: Int) throws(Problem) -> String {
    guard !text.hasSuffix("%"), !text.hasSuffix("％") else { return text }
    guard let number = try? ExactNumber(text, allowingCurrency: power == 4) else {
      let wanted = [
        -2: "a whole number of fen, such as 300000 for ¥3,000",
        2: "a part of 1, such as 0.052, or a percentage with its sign",
      ]
      throw Problem(wanted: wanted[power] ?? "a number in 万 (ten thousands), such as 1.2")
    }
    if number.namesUnit { return text }
    let digits = String(number.coefficient.magnitude)
    let places = max(0, -(number.exponent + power))
    let zeros = String(repeating: "0", count: max(0, number.exponent + power))
    let whole = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits + zeros
    let point = places == 0 ? "" : "." + whole.suffix(places)
    return (number.coefficient < 0 ? "-" : "") + whole.dropLast(places) + point
  }

  /// Pugongying's codes, in its own words.
  static func healthLevel(_ code: String) throws(Problem) -> String {
    switch code {
    case "0": return "异常"
    case "1": return "普通"
    case "2": return "优秀"
    default: throw Problem(wanted: "0 (abnormal), 1 (ordinary) or 2 (excellent)")
    }
  }

  static func fen(_ number: ExactNumber) -> Int64? {
    let fen = number.whole()
    return fen.flatMap { (0...Money.largest.fen).contains($0) ? $0 : nil }
  }

  /// An average of stars in hundredths, 1 through 5.
  static func stars(_ text: String) throws(Problem) -> Int64 {
    guard let number = try? ExactNumber(text), let stars = stars(number) else {
      throw Problem(wanted: "stars, 1 through 5, with at most two decimals")
    }
    return stars
  }

  static func stars(_ number: ExactNumber) -> Int64? {
    let stars = number.namesUnit ? nil : number.whole(timesTenTo: 2)
    return stars.flatMap { (100...500).contains($0) ? $0 : nil }
  }

  /// A rate in percent, with or without its sign, in basis points rounded half up.
  static func percent(_ text: String) throws(Problem) -> Int64 {
    let digits = text.hasSuffix("%") || text.hasSuffix("％") ? String(text.dropLast()) : text
    guard let number = try? ExactNumber(digits), let rate = percent(number) else {
      throw Problem(wanted: "a percentage, such as 5.2% or 5.2")
    }
    return rate
  }

  static func percent(_ number: ExactNumber) -> Int64? {
    guard !number.namesUnit, number.coefficient >= 0,
      let basisPoints = number.rounded(timesTenTo: 2), basisPoints <= largestRate
    else { return nil }
    return basisPoints
  }

  /// A rate in basis points.
  static func basisPoints(_ text: String) throws(Problem) -> Int64 {
    let rate = try count(text, power: 0)
    guard rate <= largestRate else {
      throw Problem(wanted: "basis points up to \(largestRate), such as 520 for 5.2%")
    }
    return rate
  }

  static func basisPoints(_ number: ExactNumber) -> Int64? {
    count(number, power: 0).flatMap { $0 <= largestRate ? $0 : nil }
  }

  /// 100,000 %, in basis points: more than any note gets.
  static let largestRate: Int64 = 10_000_000

  /// A day, also as the number that Excel shows for one whose cell is no date: 46237 is 2026-08-03.
  static func day(_ text: String) throws(Problem) -> Day {
    if let day = Day(text) ?? serialDay(text) { return day }
    throw Problem(wanted: "a day, such as 2026-08-03")
  }

  /// A day, with or without the time behind it: Pugongying's times are Shanghai's, as the book's days.
  static func dayOfTime(_ text: String) throws(Problem) -> Day {
    try day(String(text.prefix { $0 != " " && $0 != "T" }))
  }

  /// Excel counts from the last day but one of 1899, since it takes 1900 for a leap year. Days of 2000
  /// through 2099 are taken; other numbers are no days that a list would hold.
  private static func serialDay(_ text: String) -> Day? {
    guard text.utf8.count == 5, let number = Int32(text), (36_526...73_050).contains(number) else {
      return nil
    }
    return Day(number: number - 25_569)
  }

  /// An id of the given kind, which Excel must not have turned into a number.
  static func id(_ text: String, _ kind: String) throws(Problem) -> String {
    if text.utf8.count <= 100, text.utf8.allSatisfy(isPlain) { return text }
    let isMangled = text.contains { $0 == "E" || $0 == "e" } && text.contains("+")
    let endsInZeros =
      text.contains(".") && text.allSatisfy { $0.isASCII && $0.isNumber || $0 == "." }
    guard !isMangled, !endsInZeros else {
      throw Problem(
        wanted: "\(kind) as text (Excel has turned it into a number: export the column as text)")
    }
    guard CreatorID.isWellFormed(text) else {
      throw Problem(wanted: "\(kind) without spaces and unseen characters, of at most 100 bytes")
    }
    return text
  }

  /// What no id is spoiled by: ASCII letters, digits, `_` and `-`.
  static func isPlain(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }

  /// A user id in lower case.
  static func userID(_ text: String) throws(Problem) -> String {
    let id = try id(text, "a user id of 24 hexadecimal digits")
    guard CreatorID.isUserID(id) else {
      throw Problem(wanted: "a user id of 24 hexadecimal digits")
    }
    return id.lowercased()
  }

  private static func isSpaceOrControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
  }

  /// A link, and the user id in it if there is one. A profile's link loses what follows the `?`, which
  /// is different each time it is copied, except in our own lists.
  static func link(_ text: String, isOurOwn: Bool)
    throws(Problem) -> (url: String?, userID: String?)
  {
    let isLink = text.utf8.contains { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ".") }
    let isASCII = text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    // A word with a colon before the first slash is a scheme, unless it has a point as hosts have.
    let scheme = text.utf8.prefix { $0 != UInt8(ascii: "/") }
    let isWeb =
      !scheme.contains(UInt8(ascii: ":")) || scheme.contains(UInt8(ascii: "."))
      || ["http:", "https:"].contains(String(Substring(scheme)).lowercased())
    guard isLink, isWeb, isASCII || !text.unicodeScalars.contains(where: isSpaceOrControl) else {
      throw Problem(wanted: "a link to a web page")
    }
    let userID = Key.userID(inLink: text)
    let isPugongying = ["https://pgy.", "http://pgy.", "pgy."].contains(where: text.hasPrefix)
    if userID != nil, isPugongying { return (nil, userID) }
    guard userID != nil, !isOurOwn, let end = text.firstIndex(of: "?") else {
      return (text, userID)
    }
    return (String(text[..<end]), userID)
  }

  /// The parts of a cell that lists words: by semicolons, bars and line breaks, and by commas
  /// and 、 except in our own lists.
  static func parts(_ text: String, inOurOwn: Bool) throws(Problem) -> [String] {
    var parts: [String] = []
    var known: Set<String> = []
    let separators = inOurOwn ? ";；|\n\r\r\n" : ",，;；、|\n\r\r\n\t"
    for part in text.split(whereSeparator: separators.contains) {
      let word = try line(Key.normalised(String(part)))
      if !word.isEmpty, known.insert(word).inserted { parts.append(word) }
    }
    return parts
  }
}
