import CBytes

/// UTF-8 by the letter (RFC 3629): no surrogates, no overlong forms, nothing above U+10FFFF.
enum StrictUTF8 {
  /// Where the first invalid sequence starts, or `nil` when all bytes are UTF-8.
  static func firstInvalidByte(in bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { buffer in
      var place = 0
      while place < buffer.count {
        place = endOfClear(buffer, place)
        // Whatever is not as usual there is looked at by the letter.
        let end = min(place + block, buffer.count)
        while place < end {
          let length = buffer[place] < 0x80 ? 1 : sequenceLength(buffer, at: place)
          if length == 0 { return place }
          place += length
        }
      }
      return nil
    }
  }

  /// How many bytes are looked at together.
  private static let block = 64

  /// Where the last character starts of those from a character's start on that are ASCII and usual others,
  /// as nearly all of our lists are, as far as whole blocks of them go.
  private static func endOfClear(_ buffer: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    guard start >= 3, let base = buffer.baseAddress else { return start }
    var place = start
    while place + block <= buffer.count, kb_are_clear(base + place) { place += block }
    guard place > start else { return start }
    // The block may have ended within a character.
    for back in 1...3 where buffer[place - back] >= 0xC0 { return place - back }
    return place
  }

  /// Whether bytes that are not UTF-8 throughout were meant to be: at least three whole characters
  /// of several bytes for each byte that fits nowhere, or one of three bytes or more for two of them.
  /// In GB18030 text one character in six looks like two bytes of UTF-8, one in a hundred like three.
  static func isMostlyValid(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { buffer in
      var (place, characters, long, strays) = (0, 0, 0, 0)
      while place < buffer.count {
        let length = buffer[place] < 0x80 ? 1 : sequenceLength(buffer, at: place)
        if length == 0 { strays += 1 }
        if length > 1 { characters += 1 }
        if length > 2 { long += 1 }
        place += max(length, 1)
      }
      return characters >= 3 * strays || long * 2 >= strays
    }
  }

  /// The length of the valid sequence of two to four bytes that starts here, or 0 for none.
  private static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
    let length: Int
    let second: ClosedRange<UInt8>
    switch bytes[start] {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return 0
    }
    guard start + length <= bytes.count, second.contains(bytes[start + 1]) else { return 0 }
    for place in (start + 2)..<max(start + 2, start + length) where bytes[place] & 0xC0 != 0x80 {
      return 0
    }
    return length
  }
}
