import CBytes
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

  @inline(__always)
  private func byte(_ place: Int) -> UInt8 { start.load(fromByteOffset: place, as: UInt8.self) }

  /// The eight bytes from a place on, zeros behind its end.
  @inline(__always)
  private func word(_ place: Int) -> EightBytes {
    EightBytes(start + place, count: min(count &- place, 8))
  }

  /// A text that stays as it is: on one line, in NFC, no white space around it, no guard against
  /// formulas, no word for nothing.
  ///
  /// - Parameter mayBeOdd: whether it may have characters that have to be normalised.
  @inline(__always)
  func text(mayBeOdd: Bool) -> CreatorRow.Text? {
    guard byte(count &- 1) > 0x20, !mayBeOdd || isNormal else { return nil }
    if byte(0) < 0x80 { return startsAsText ? bytes : nil }
    // 数据较少, 无接单权限, 待填 are words for nothing.
    let isNear =
      switch EightBytes(start).bits & 0xFF_FFFF {
      case 0xB0_95E6: count == 12
      case 0xA0_97E6: count == 15
      case 0x85_BEE5: count == 6
      default: false
      }
    return isNear ? textButForWords : bytes
  }

  @inline(never)
  private var textButForWords: CreatorRow.Text? {
    CellText.wordsForNothing.contains(String(decoding: bytes, as: UTF8.self)) ? nil : bytes
  }

  /// Whether nothing in it has to be normalised.
  @inline(never)
  private var isNormal: Bool {
    var (odd, emoji): (UInt64, UInt64) = (0, 0)
    for place in stride(from: 0, to: count, by: 8) {
      let word = self.word(place)
      odd |= word.odd
      emoji |= word.emoji
    }
    return odd == 0 && (emoji == 0 || hasOnlyEmoji)
  }

  @inline(__always)
  private var startsAsText: Bool {
    switch byte(0) {
    case UInt8(ascii: " "), UInt8(ascii: "'"), UInt8(ascii: "="), UInt8(ascii: "+"),
      UInt8(ascii: "-"), UInt8(ascii: "@"):
      false
    case UInt8(ascii: "n"), UInt8(ascii: "N"): count != 4
    default: true
    }
  }

  /// Whether whatever starts with 0xF0 is of U+1F000 through U+1FFFF, where nothing is composed.
  private var hasOnlyEmoji: Bool {
    bytes.indices.allSatisfy { bytes[$0] != 0xF0 || bytes[$0 + 1] == 0x9F }
  }

  /// An id as it stands, and whether it is a user id.
  @inline(never)
  var id: (text: CreatorRow.Text, isUserID: Bool)? {
    if count == 24, isUserID { return (bytes, true) }
    return otherID
  }

  /// Whether its first 24 bytes are a user id in lower case.
  @inline(__always)
  private var isUserID: Bool {
    kb_are_hexadecimal(start.assumingMemoryBound(to: UInt8.self))
  }

  /// An id that is no user id, neither as it is nor in lower case.
  @inline(never)
  private var otherID: (text: CreatorRow.Text, isUserID: Bool)? {
    guard (5...100).contains(count), byte(0) != UInt8(ascii: "-") else { return nil }
    let isPlain = bytes.allSatisfy {
      (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) || $0 == UInt8(ascii: "_")
        || $0 == UInt8(ascii: "-")
    }
    return isPlain && !(count == 24 && isHexadecimal) ? (bytes, false) : nil
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

  /// Whether only semicolons part the categories of this text.
  @inline(never)
  var areCategories: Bool {
    let word = self.word(0)
    var others = word.places(of: UInt8(ascii: " ")) | word.places(of: UInt8(ascii: "|"))
    for place in stride(from: 8, to: count, by: 8) {
      let word = self.word(place)
      others |= word.places(of: UInt8(ascii: " ")) | word.places(of: UInt8(ascii: "|"))
    }
    return others == 0
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
  @inline(never)
  func count(power: Int) -> Int64? {
    if power == 0, count <= 8, let short = EightBytes(start).number(count) { return short }
    return longCount(power: power)
  }

  @inline(never)
  private func longCount(power: Int) -> Int64? {
    number.flatMap { CellText.count($0, power: power) }
  }

  /// A rate in percent, with or without its sign, in basis points.
  @inline(never)
  var percent: Int64? {
    let digits = byte(count &- 1) == UInt8(ascii: "%") ? count &- 1 : count
    if let rate = hundredths(digits), rate <= CellText.largestRate { return rate }
    return longPercent(digits)
  }

  @inline(never)
  private func longPercent(_ digits: Int) -> Int64? {
    number(digits).flatMap(CellText.percent)
  }

  /// A hundred times what the first bytes say, up to eight: digits, and at most two behind a point.
  @inline(__always)
  private func hundredths(_ count: Int) -> Int64? {
    1 <= count && count <= 8 ? EightBytes(start).hundredths(count) : nil
  }

  /// A rate in basis points.
  var basisPoints: Int64? { number.flatMap { CellText.basisPoints($0) } }

  /// A price in yuan, in fen.
  @inline(never)
  var price: Int64? {
    if let fen = hundredths(count) { return fen }
    return longPrice
  }

  @inline(never)
  private var longPrice: Int64? { number.flatMap { try? Money(yuan: $0).fen } }

  /// A price in fen.
  var fen: Int64? { number.flatMap(CellText.fen) }

  /// A day such as 2026-08-03.
  var day: Day? {
    guard count == 10, byte(4) == UInt8(ascii: "-"), byte(7) == UInt8(ascii: "-") else {
      return nil
    }
    func digits(_ places: Range<Int>) -> Int? {
      var value = 0
      for place in places {
        guard (0x30...0x39).contains(byte(place)) else { return nil }
        value = value * 10 + Int(byte(place) - 0x30)
      }
      return value
    }
    guard let year = digits(0..<4), let month = digits(5..<7), let day = digits(8..<10) else {
      return nil
    }
    return Day(year: year, month: month, day: day)
  }
}
