/// Eight bytes of a text looked at together: a test of them answers by the highest bit of each byte.
struct EightBytes {
  let bits: UInt64

  /// Each byte's highest bit.
  static let highest: UInt64 = 0x8080_8080_8080_8080

  /// The same byte eight times.
  @inline(__always)
  static func all(_ byte: UInt8) -> UInt64 { 0x0101_0101_0101_0101 &* UInt64(byte) }

  /// Those that start at a place.
  @inline(__always)
  init(_ start: UnsafeRawPointer) {
    bits = UInt64(littleEndian: start.loadUnaligned(as: UInt64.self))
  }

  /// The first one through eight of them, and zeros.
  @inline(__always)
  init(_ start: UnsafeRawPointer, count: Int) {
    bits = EightBytes(start).bits & (~0 &>> UInt64(64 &- 8 &* count))
  }

  @inline(__always)
  private var low: UInt64 { bits & Self.all(0x7F) }

  /// Whether the lower seven bits are at least those of an ASCII byte.
  @inline(__always)
  private func lowIsAtLeast(_ byte: UInt8) -> UInt64 { low &+ Self.all(0x80 &- byte) }

  /// Where the lower seven bits differ from a byte's that is given eight times.
  @inline(__always)
  private func lowDiffers(_ bytes: UInt64) -> UInt64 { (low ^ bytes) &+ Self.all(0x7F) }

  /// Where an ASCII byte is.
  @inline(__always)
  func places(of byte: UInt8) -> UInt64 {
    ~(lowDiffers(Self.all(byte)) | bits) & Self.highest
  }

  /// Where a cell ends, or may have to: at a delimiter, given eight times, a quote or a control character.
  @inline(__always)
  func ends(_ delimiters: UInt64) -> UInt64 {
    let isText =
      lowDiffers(delimiters) & lowDiffers(Self.all(Byte.quote)) & lowIsAtLeast(0x20)
      & ~lowIsAtLeast(0x7F)
    return ~(isText | bits) & Self.highest
  }

  /// Where a character starts.
  @inline(__always)
  private var starts: UInt64 { bits & bits &<< 1 & Self.highest }

  /// Where a character starts that may have to be normalised: neither an ideograph (U+4000 through
  /// U+9FFF) nor one of four bytes through U+3FFFF.
  @inline(__always)
  var odd: UInt64 {
    let isIdeograph = lowIsAtLeast(0x64) & ~lowIsAtLeast(0x6A)
    return starts & ~isIdeograph & lowDiffers(Self.all(0x70))
  }

  /// Where a character of four bytes through U+3FFFF starts, most of them emoji.
  @inline(__always)
  var emoji: UInt64 { starts & ~lowDiffers(Self.all(0x70)) }

  /// Whether all are hexadecimal digits in lower case.
  @inline(__always)
  var areHexadecimal: Bool {
    let digits = lowIsAtLeast(0x30) & ~lowIsAtLeast(0x3A)
    let letters = lowIsAtLeast(0x61) & ~lowIsAtLeast(0x67)
    return (digits | letters) & ~bits & Self.highest == Self.highest
  }

  /// The first `count` of them, at least one, as the digits of a whole number.
  @inline(__always)
  func number(_ count: Int) -> Int64? {
    let shift = UInt64(64 &- 8 &* count)
    let digits = bits &<< shift | Self.all(0x30) & ~(~0 &<< shift)
    let tens = digits & (digits &+ Self.all(0x06)) & Self.all(0xF0)
    guard tens == Self.all(0x30) else { return nil }
    // Neighbours are put together, 10, 100 and 10,000 times the left one and the right one.
    let pairs = ((digits & Self.all(0x0F)) &* 0xA01) &>> 8
    let fours = ((pairs & 0x00FF_00FF_00FF_00FF) &* 0x64_0001) &>> 16
    return Int64(((fours & 0x0000_FFFF_0000_FFFF) &* 0x2710_0000_0001) &>> 32)
  }

  /// All but the one at a place, which those behind it close up to.
  @inline(__always)
  func without(_ place: Int) -> EightBytes {
    let behind: UInt64 = ~0 &<< UInt64(8 &* place)
    return EightBytes(bits: bits & ~behind | bits &>> 8 & behind)
  }

  @inline(__always)
  private init(bits: UInt64) { self.bits = bits }
}

// UTF-8.
extension EightBytes {
  /// Where a character of three bytes starts.
  @inline(__always)
  private var startsOfThree: UInt64 { starts & bits &<< 2 & ~(bits &<< 3) }

  /// Where it is not clear that text is valid UTF-8: where it is no part of ASCII or of a character of
  /// three bytes, or of one that starts with E0 or ED, which not every byte may follow.
  ///
  /// - Parameter start: two bytes before it are valid so far and can be read.
  @inline(__always)
  static func unclear(_ start: UnsafeRawPointer) -> UInt64 {
    let (here, one, two) = (EightBytes(start), EightBytes(start - 1), EightBytes(start - 2))
    let nibbles = here.bits & all(0x0F)
    let isFree = (nibbles &+ all(0x7F)) & ((nibbles ^ all(0x0D)) &+ all(0x7F))
    let following = here.bits & ~(here.bits &<< 1) & highest
    let isUnusual = here.starts & ~(here.startsOfThree & isFree)
    return isUnusual | (following ^ (one.startsOfThree | two.startsOfThree))
  }
}
