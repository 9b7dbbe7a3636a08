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
    var all: UInt8 = 0
    for index in text.indices { all |= text[index] }
    if all >= 0x80 { isASCII = false }
    text.withUnsafeBytes {
      UnsafeMutableRawBufferPointer(rebasing: room[place]).copyMemory(from: $0)
    }
    end = place.upperBound
    return place
  }
}
