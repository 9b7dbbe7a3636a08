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
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    let line = bytes[starts[low]..<max(starts[low], min(offset, bytes.count))]
    return TextPlace(line: low + 1, column: 1 + line.count { $0 & 0xC0 != 0x80 })
  }
}
