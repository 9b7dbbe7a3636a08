import Domain

/// A cell as nearly every cell of a list is, read byte by byte. What is not as plain as that is declined
/// (`nil`), and read by ``CellText``, which gives the same for what is taken here.
struct PlainCell {
  let bytes: UnsafeBufferPointer<UInt8>
  /// The kinds of its bytes.
  let kinds: UInt8

  /// The kinds of bytes, a bit each.
  enum Kind {
    static let digit: UInt8 = 1
    static let point: UInt8 = 2
    /// An ASCII letter in lower case, `_` and `-`.
    static let letter: UInt8 = 4
    static let capital: UInt8 = 8
    /// Any other ASCII sign that is seen, and the space.
    static let sign: UInt8 = 16
    /// Bytes of emoji.
    static let emoji: UInt8 = 32
    /// The first byte of a character that may have to be normalised.
    static let odd: UInt8 = 64
    /// What ends a cell, or may not be in it.
    static let end: UInt8 = 128
  }

  /// The kind of each byte; ideographs (U+4000 through U+9FFF) are of none.
  static func table(delimiter: UInt8) -> [UInt8] {
    (0...255).map { (byte: UInt8) in
      switch byte {
      case delimiter, Byte.quote, 0x00..<0x20, 0x7F: Kind.end
      case 0x30...0x39: Kind.digit
      case UInt8(ascii: "."): Kind.point
      case 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "-"): Kind.letter
      case 0x41...0x5A: Kind.capital
      case 0x20..<0x7F: Kind.sign
      case 0x80..<0xC0, 0xE4...0xE9: 0
      case 0xF0: Kind.emoji
      default: Kind.odd
      }
    }
  }

  /// A text that stays as it is: on one line, in NFC, no white space around it, no guard against
  /// formulas, no word for nothing.
  var text: CreatorRow.Text? {
    guard kinds & (Kind.odd | Kind.end) == 0, bytes[0] > 0x20, bytes[bytes.count - 1] > 0x20 else {
      return nil
    }
    switch bytes[0] {
    case UInt8(ascii: "'"), UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "@"):
      return nil
    case UInt8(ascii: "n"), UInt8(ascii: "N"): if bytes.count == 4 { return nil }
    // 数据较少, 无接单权限, 待填.
    case 0xE5, 0xE6:
      let isNear = bytes[1] == 0x95 || bytes[1] == 0x97 || bytes[1] == 0xBE
      if isNear, isWordForNothing { return nil }
    default: break
    }
    if kinds & Kind.emoji != 0, !hasOnlyEmoji { return nil }
    return CreatorRow.Text(bytes)
  }

  private var isWordForNothing: Bool {
    CellText.wordsForNothing.contains(String(decoding: bytes, as: UTF8.self))
  }

  /// Whether whatever starts with 0xF0 is of U+1F000 through U+1FFFF, where nothing is composed.
  private var hasOnlyEmoji: Bool {
    bytes.indices.allSatisfy { bytes[$0] != 0xF0 || bytes[$0 + 1] == 0x9F }
  }

  /// An id as it stands, and whether it is a user id.
  var id: (text: CreatorRow.Text, isUserID: Bool)? {
    guard kinds & ~(Kind.digit | Kind.letter | Kind.capital) == 0, bytes.count <= 100,
      bytes.count > 4, bytes[0] != UInt8(ascii: "-")
    else { return nil }
    guard bytes.count == 24, isHexadecimal else { return (CreatorRow.Text(bytes), false) }
    return kinds & Kind.capital == 0 ? (CreatorRow.Text(bytes), true) : nil
  }

  private var isHexadecimal: Bool {
    bytes.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0 | 0x20) }
  }

  /// The profile page of a user id, as our own lists write it, and the id.
  var profile: (url: CreatorRow.Text, userID: CreatorRow.Text)? {
    let site = "https://www.xiaohongshu.com/user/profile/"
    let count = site.utf8.count
    guard bytes.count == count + 24, bytes.starts(with: site.utf8) else { return nil }
    let id = PlainCell(
      bytes: UnsafeBufferPointer(rebasing: bytes[count...]), kinds: Kind.digit)
    guard id.isHexadecimal, kinds & Kind.capital == 0 else { return nil }
    return (CreatorRow.Text(bytes), CreatorRow.Text(id.bytes))
  }

  /// Categories that only semicolons part.
  var categories: CreatorRow.Text? {
    guard let text else { return nil }
    let isPlain =
      kinds & Kind.sign == 0
      || bytes.allSatisfy { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "|") }
    return isPlain ? text : nil
  }

  /// Whether it is this word.
  func `is`(_ word: StaticString) -> Bool {
    bytes.count == word.utf8CodeUnitCount
      && bytes.elementsEqual(
        UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
  }
}

// Numbers.
extension PlainCell {
  private var number: ExactNumber? { ExactNumber(plain: bytes) }

  /// Digits alone, at most 15 of them.
  private var whole: Int64? {
    guard kinds == Kind.digit, bytes.count <= 15 else { return nil }
    var value: Int64 = 0
    for byte in bytes { value = value &* 10 &+ Int64(byte &- 0x30) }
    return value
  }

  /// A count in units of 10^`power`.
  func count(power: Int) -> Int64? {
    let number = whole.map { ExactNumber(coefficient: $0, exponent: 0) } ?? number
    return number.flatMap { CellText.count($0, power: power) }
  }

  /// A rate in percent, with or without its sign, in basis points.
  var percent: Int64? {
    guard bytes[bytes.count - 1] == UInt8(ascii: "%") else {
      return number.flatMap(CellText.percent)
    }
    let digits = UnsafeBufferPointer(rebasing: bytes.dropLast())
    return ExactNumber(plain: digits).flatMap(CellText.percent)
  }

  /// A rate in basis points.
  var basisPoints: Int64? { number.flatMap { CellText.basisPoints($0) } }

  /// A price in yuan, in fen.
  var price: Int64? {
    if let whole, whole <= Money.largest.fen / 100 { return whole * 100 }
    return number.flatMap { try? Money(yuan: $0).fen }
  }

  /// A price in fen.
  var fen: Int64? { number.flatMap(CellText.fen) }

  /// A day such as 2026-08-03.
  var day: Day? {
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else {
      return nil
    }
    func digits(_ places: Range<Int>) -> Int? {
      var value = 0
      for place in places {
        guard (0x30...0x39).contains(bytes[place]) else { return nil }
        value = value * 10 + Int(bytes[place] - 0x30)
      }
      return value
    }
    guard let year = digits(0..<4), let month = digits(5..<7), let day = digits(8..<10) else {
      return nil
    }
    return Day(year: year, month: month, day: day)
  }
}
