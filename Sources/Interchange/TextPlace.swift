/// A place in a text file as an editor shows it: the first character is line 1, column 1.
public struct TextPlace: Hashable, Sendable {
  /// Counted by LF, CRLF and CR alike.
  public let line: Int
  /// Counted in Unicode scalars.
  public let column: Int

  /// A place.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// The place of a byte of UTF-8 text. Walks from the start, so it is for problems only.
  ///
  /// A byte-order mark at the start takes no column.
  init(ofByte offset: Int, in bytes: [UInt8]) {
    var line = 1
    var start = bytes.starts(with: ByteOrderMark.utf8) ? 3 : 0
    for place in start..<max(start, min(offset, bytes.count)) {
      let byte = bytes[place]
      let endsLine =
        byte == Byte.lineFeed
        || (byte == Byte.carriageReturn
          && !(place + 1 < bytes.count && bytes[place + 1] == Byte.lineFeed))
      if endsLine {
        line += 1
        start = place + 1
      }
    }
    let before = bytes[start..<max(start, min(offset, bytes.count))]
    self.init(line: line, column: 1 + before.count { $0 & 0xC0 != 0x80 })
  }
}
