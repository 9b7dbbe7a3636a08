/// Writes into a room that is large enough, one thing behind the other.
struct Pen {
  /// Where the next thing goes.
  var end: Int
  /// Whether all texts that were written are ASCII.
  private(set) var isASCII = true

  init(end: Int) { self.end = end }

  mutating func write<Number: FixedWidthInteger>(
    _ number: Number, _ room: UnsafeMutableRawBufferPointer
  ) {
    room.storeBytes(of: number.bigEndian, toByteOffset: end, as: Number.self)
    end += MemoryLayout<Number>.size
  }

  mutating func write(_ text: StaticString, _ room: UnsafeMutableRawBufferPointer) {
    let bytes = UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    UnsafeMutableRawBufferPointer(rebasing: room[end...]).copyMemory(from: bytes)
    end += bytes.count
  }

  /// Text behind its length; gives the place of the text.
  mutating func write(text: Span<UInt8>, _ room: UnsafeMutableRawBufferPointer) -> Range<Int> {
    write(UInt32(text.count), room)
    let place = end..<(end + text.count)
    if !text.isEmpty {
      text.withUnsafeBytes { text in
        UnsafeMutableRawBufferPointer(rebasing: room[place]).copyMemory(from: text)
        if !Self.isASCII(text) { isASCII = false }
      }
    }
    end = place.upperBound
    return place
  }

  /// Looks at eight bytes at a time.
  private static func isASCII(_ text: UnsafeRawBufferPointer) -> Bool {
    var (all, place) = (0 as UInt64, 0)
    while place + 8 <= text.count {
      all |= text.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      place += 8
    }
    while place < text.count {
      all |= UInt64(text[place])
      place += 1
    }
    return all & 0x8080_8080_8080_8080 == 0
  }
}
