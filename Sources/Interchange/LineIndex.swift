/// Where the lines of a UTF-8 text start, to turn bytes into places. LF, CRLF and CR end a line.
struct LineIndex {
  private let bytes: [UInt8]
  private let starts: [Int]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    // A byte-order mark takes no column.
    var starts = [bytes.starts(with: ByteOrderMark.utf8) ? ByteOrderMark.utf8.count : 0]
    for (place, byte) in bytes.enumerated() {
      let isHalfOfPair =
        byte == Byte.carriageReturn && place + 1 < bytes.count && bytes[place + 1] == Byte.lineFeed
      if byte == Byte.lineFeed || (byte == Byte.carriageReturn && !isHalfOfPair) {
        starts.append(place + 1)
      }
    }
    self.starts = starts
  }

  /// The place of a byte; the end of the text has one too.
  func place(ofByte offset: Int) -> TextPlace {
    let line = line(ofByte: offset)
    let start = starts[line - 1]
    let before = bytes[start..<max(start, min(offset, bytes.count))]
    return TextPlace(line: line, column: 1 + before.count { $0 & 0xC0 != 0x80 })
  }

  /// The line of a byte alone: JSON without line breaks has one line, too long to count through for
  /// each value.
  func line(ofByte offset: Int) -> Int {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }
}
