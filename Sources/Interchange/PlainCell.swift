import Domain

/// A cell as nearly every cell of a list is, read byte by byte. What is not as plain as that is declined
/// (`nil`), and read by ``CellText``, which gives the same for what is taken here.
struct PlainCell {
  /// Eight bytes can be read from each of its bytes on.
  let start: UnsafeRawPointer
  let count: Int

  /// Its bytes.
  @inline(__always)
  var bytes: CreatorRow.Text { CreatorRow.Text(start: start, count: count) }

  /// The eight bytes from a place on, zeros behind its end.
  @inline(__always)
  private func word(_ place: Int) -> EightBytes {
    EightBytes(start + place, count: min(count &- place, 8))
  }

  /// A text that stays as it is: on one line, in NFC, no white space around it, no guard against
  /// formulas, no word for nothing.
  @inline(__always)
  var text: CreatorRow.Text? {
    let word = word(0)
    var (odd, emoji) = (word.odd, word.emoji)
    for place in stride(from: 8, to: count, by: 8) {
      let word = self.word(place)
      odd |= word.odd
      emoji |= word.emoji
    }
    guard odd == 0, bytes[count - 1] > 0x20 else { return nil }
    if bytes[0] < 0x80, !startsAsText { return nil }
    // 数据较少, 无接单权限, 待填.
    let first = word.bits & 0xFF_FFFF
    let isNear = first == 0xB0_95E6 || first == 0xA0_97E6 || first == 0x85_BEE5
    if isNear, isWordForNothing { return nil }
    if emoji != 0, !hasOnlyEmoji { return nil }
    return bytes
  }

  private var startsAsText: Bool {
    switch bytes[0] {
    case UInt8(ascii: " "), UInt8(ascii: "'"), UInt8(ascii: "="), UInt8(ascii: "+"),
      UInt8(ascii: "-"), UInt8(ascii: "@"):
      false
    case UInt8(ascii: "n"), UInt8(ascii: "N"): count != 4
    default: true
    }
  }

  private var isWordForNothing: Bool {
    CellText.wordsForNothing.contains(String(decoding: bytes, as: UTF8.self))
  }

  /// Whether whatever starts with 0xF0 is of U+1F000 through U+1FFFF, where nothing is composed.
  private var hasOnlyEmoji: Bool {
    bytes.indices.allSatisfy { bytes[$0] != 0xF0 || bytes[$0 + 1] == 0x9F }
  }

  /// An id as it stands, and whether it is a user id.
  @inline(__always)
  var id: (text: CreatorRow.Text, isUserID: Bool)? {
    if count == 24, isUserID { return (bytes, true) }
    return otherID.map { ($0, false) }
  }

  /// Whether its first 24 bytes are a user id in lower case.
  @inline(__always)
  private var isUserID: Bool {
    EightBytes(start).areHexadecimal && EightBytes(start + 8).areHexadecimal
      && EightBytes(start + 16).areHexadecimal
  }

  /// An id that is no user id, neither as it is nor in lower case.
  private var otherID: CreatorRow.Text? {
    guard (5...100).contains(count), bytes[0] != UInt8(ascii: "-") else { return nil }
    let isPlain = bytes.allSatisfy {
      (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) || $0 == UInt8(ascii: "_")
        || $0 == UInt8(ascii: "-")
    }
    return isPlain && !(count == 24 && isHexadecimal) ? bytes : nil
  }

  private var isHexadecimal: Bool {
    bytes.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0 | 0x20) }
  }

  /// The profile page of a user id, as our own lists write it, and the id.
  var profile: (url: CreatorRow.Text, userID: CreatorRow.Text)? {
    let site = "https://www.xiaohongshu.com/user/profile/"
    let length = site.utf8.count
    guard count == length + 24, bytes.starts(with: site.utf8) else { return nil }
    let id = PlainCell(start: start + length, count: 24)
    return id.isUserID ? (bytes, id.bytes) : nil
  }

  /// Categories that only semicolons part.
  @inline(__always)
  var categories: CreatorRow.Text? {
    guard let text else { return nil }
    var others: UInt64 = 0
    for place in stride(from: 0, to: count, by: 8) {
      let word = word(place)
      others |= word.places(of: UInt8(ascii: " ")) | word.places(of: UInt8(ascii: "|"))
    }
    return others == 0 ? text : nil
  }

  /// Whether it is this word.
  func `is`(_ word: StaticString) -> Bool {
    count == word.utf8CodeUnitCount
      && bytes.elementsEqual(
        UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
  }
}

// Numbers.
extension PlainCell {
  private var number: ExactNumber? { number(count) }

  /// What its first bytes say.
  private func number(_ count: Int) -> ExactNumber? {
    bytes.prefix(count).withMemoryRebound(to: UInt8.self) { ExactNumber(plain: $0) }
  }

  /// A count in units of 10^`power`.
  @inline(__always)
  func count(power: Int) -> Int64? {
    if power == 0, count <= 8, let short = word(0).number(count) { return short }
    return number.flatMap { CellText.count($0, power: power) }
  }

  /// A hundred times what up to eight bytes say: digits, and at most two behind a point.
  @inline(__always)
  private func hundredths(_ count: Int) -> Int64? {
    guard (1...8).contains(count) else { return nil }
    let word = EightBytes(start, count: count)
    let points = word.places(of: UInt8(ascii: "."))
    if points == 0 { return word.number(count).map { $0 &* 100 } }
    let point = points.trailingZeroBitCount / 8
    let decimals = count &- 1 &- point
    guard point > 0, decimals == 1 || decimals == 2 else { return nil }
    return word.without(point).number(count &- 1).map { decimals == 1 ? $0 &* 10 : $0 }
  }

  /// A rate in percent, with or without its sign, in basis points.
  @inline(__always)
  var percent: Int64? {
    let digits = bytes[count - 1] == UInt8(ascii: "%") ? count - 1 : count
    if let rate = hundredths(digits), rate <= CellText.largestRate { return rate }
    return number(digits).flatMap(CellText.percent)
  }

  /// A rate in basis points.
  var basisPoints: Int64? { number.flatMap { CellText.basisPoints($0) } }

  /// A price in yuan, in fen.
  @inline(__always)
  var price: Int64? {
    if let fen = hundredths(count) { return fen }
    return number.flatMap { try? Money(yuan: $0).fen }
  }

  /// A price in fen.
  var fen: Int64? { number.flatMap(CellText.fen) }

  /// A day such as 2026-08-03.
  var day: Day? {
    guard count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else {
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
