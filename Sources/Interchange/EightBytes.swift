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

  /// The first `count` of them, at least one, as the digits of a whole number.
  @inline(__always)
  func number(_ count: Int) -> Int64? { Self.number(last(count)) }

  /// A hundred times the number that the first `count` of them say, at least one: digits, of which one or
  /// two may stand behind a point.
  @inline(__always)
  func hundredths(_ count: Int) -> Int64? {
    let digits = last(count)
    let point = UInt64(UInt8(ascii: "."))
    if digits &>> 40 & 0xFF == point, count > 3 {
      return Self.number(digits & ~0 &<< 48 | (digits & ~(~0 &<< 40)) &<< 8 | 0x30)
    }
    if digits &>> 48 & 0xFF == point, count > 2 {
      return Self.number(digits & ~0 &<< 56 | (digits & ~(~0 &<< 48)) &<< 8 | 0x30).map { $0 &* 10 }
    }
    return Self.number(digits).map { $0 &* 100 }
  }

  /// The first `count` of them, at least one, behind zeros that are digits.
  @inline(__always)
  private func last(_ count: Int) -> UInt64 {
    let shift = UInt64(truncatingIfNeeded: 64 &- 8 &* count)
    return bits &<< shift | Self.all(0x30) & ~(~0 &<< shift)
  }

  /// Eight digits as a number.
  @inline(__always)
  private static func number(_ digits: UInt64) -> Int64? {
    let tens = digits & (digits &+ all(0x06)) & all(0xF0)
    guard tens == all(0x30) else { return nil }
    // Neighbours are put together, 10, 100 and 10,000 times the left one and the right one.
    let pairs = ((digits & all(0x0F)) &* 0xA01) &>> 8
    let fours = ((pairs & 0x00FF_00FF_00FF_00FF) &* 0x64_0001) &>> 16
    return Int64(((fours & 0x0000_FFFF_0000_FFFF) &* 0x2710_0000_0001) &>> 32)
  }
}
