/// A byte-level RFC 4180 reader over UTF-8 text: one record at a time, the place of each field.
///
/// Lines end in LF, CRLF or CR; inside quotes any of them is text. Lines with nothing in them are
/// skipped. A quote inside a field without quotes, text behind a closing quote and control
/// characters are problems, and reading goes on with the next line; a quote that is never closed
/// ends the file.
struct CSVReader {
  /// One field of the current record.
  struct Field {
    /// Its content, without the quotes around.
    var content: Range<Int>
    /// The line it starts on, from 1.
    var line: Int
    /// Where it starts, with its quote.
    var start: Int
    var hasDoubledQuotes: Bool
  }

  /// What broke, and where.
  struct Problem {
    let place: TextPlace
    let found: String
    let wanted: String
  }

  enum Step {
    case record
    case broken(Problem)
    case end
  }

  /// No cell that a person wrote is longer: 1 MiB.
  static let largestField = 1 << 20

  let bytes: [UInt8]
  private let delimiter: UInt8
  /// Where the next record starts, or what is left of this one.
  private(set) var place = 0
  private var line = 1
  private var lineStart = 0
  /// Where the record that was read last starts, broken or not, and on which line.
  private var start = (place: 0, line: 1)

  /// The fields of the record that was read last.
  private(set) var fields: [Field] = []

  init(_ bytes: [UInt8], delimiter: CSVDelimiter) {
    self.bytes = bytes
    self.delimiter = delimiter.byte
  }

  /// The line of the current record's first field.
  var recordLine: Int { fields.first?.line ?? line }

  /// The text of a field of the current record, or its beginning when it has more bytes.
  func text(_ index: Int, upTo most: Int) -> String {
    let content = fields[index].content
    return content.count <= most
      ? text(index) : String(decoding: bytes[content.prefix(most)], as: UTF8.self)
  }

  /// The bytes of the record that was read last, broken or not, without the line end behind.
  var recordBytes: [UInt8] {
    var record = bytes[start.place..<place]
    while let last = record.last, isLineEnd(last) { record.removeLast() }
    return Array(record)
  }

  /// The lines that this record stands on.
  var recordLines: ClosedRange<Int> {
    let isWhole = place > start.place && isLineEnd(bytes[place - 1])
    return start.line...max(start.line, isWhole ? line - 1 : line)
  }

  /// The text of a field of the current record.
  func text(_ index: Int) -> String {
    let field = fields[index]
    guard field.hasDoubledQuotes else {
      return String(decoding: bytes[field.content], as: UTF8.self)
    }
    var text: [UInt8] = []
    text.reserveCapacity(field.content.count)
    var isSecond = false
    for byte in bytes[field.content] {
      isSecond = byte == Byte.quote && !isSecond
      if byte != Byte.quote || isSecond { text.append(byte) }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The character of its line that a field of the current record starts at, from 1.
  func character(_ index: Int) -> Int {
    let start = fields[index].start
    let isEnd = { (byte: UInt8) in byte == Byte.lineFeed || byte == Byte.carriageReturn }
    let lineStart = bytes[..<start].lastIndex(where: isEnd).map { $0 + 1 } ?? 0
    return 1 + bytes[lineStart..<start].count { $0 & 0xC0 != 0x80 }
  }

  /// Reads the next record into ``fields``.
  mutating func next() -> Step {
    while place < bytes.count, isLineEnd(bytes[place]) { endLine() }
    guard place < bytes.count else { return .end }
    fields.removeAll(keepingCapacity: true)
    start = (place, line)
    while true {
      let problem =
        bytes[place..<min(place + 1, bytes.count)].first == Byte.quote
        ? quoted() : plain()
      if let problem { return .broken(problem) }
      guard place < bytes.count else { return .record }
      guard bytes[place] == delimiter else {
        endLine()
        return .record
      }
      place += 1
    }
  }

  /// Passes over a record of one line that somebody else has read.
  mutating func pass(to end: Int) {
    place = end
    line += 1
    lineStart = end
  }

  /// The line that the next record starts on, unless there are empty ones before it.
  var nextLine: Int { line }

  private func isLineEnd(_ byte: UInt8) -> Bool {
    byte == Byte.lineFeed || byte == Byte.carriageReturn
  }

  /// Steps over a line end: CRLF is one.
  private mutating func endLine() {
    let isPair =
      bytes[place] == Byte.carriageReturn && place + 1 < bytes.count
      && bytes[place + 1] == Byte.lineFeed
    place += isPair ? 2 : 1
    line += 1
    lineStart = place
  }

  /// Reads a field without quotes up to its delimiter or line end.
  private mutating func plain() -> Problem? {
    let start = place
    let delimiter = delimiter
    // Local variables and the bare buffer: nearly every byte of a list passes here.
    place = bytes.withUnsafeBufferPointer { bytes in
      var place = start
      while place < bytes.count {
        let byte = bytes[place]
        if isSpecial(byte, delimiter) { break }
        place += 1
      }
      return place
    }
    guard place < bytes.count, bytes[place] != delimiter, !isLineEnd(bytes[place]) else {
      return add(start..<place, from: start, on: line, hasDoubledQuotes: false)
    }
    guard bytes[place] == Byte.quote else { return brokenByControl() }
    return broken(
      "a quote inside a field without quotes", "the field in quotes, its quotes doubled")
  }

  /// Whether a byte ends a field without quotes, or may not stand in it.
  private func isSpecial(_ byte: UInt8, _ delimiter: UInt8) -> Bool {
    byte == delimiter || byte == Byte.quote || (byte < 0x20 && byte != Byte.tab) || byte == 0x7F
  }

  /// Reads a field in quotes up to the delimiter or line end behind it.
  private mutating func quoted() -> Problem? {
    let start = place
    let opening = (line: line, place: here)
    var hasDoubledQuotes = false
    place += 1
    while place < bytes.count {
      let byte = bytes[place]
      if byte == Byte.quote {
        guard place + 1 < bytes.count, bytes[place + 1] == Byte.quote else { break }
        hasDoubledQuotes = true
        place += 2
      } else if isLineEnd(byte) {
        endLine()
      } else if isControl(byte) {
        return brokenByControl()
      } else {
        place += 1
      }
    }
    guard place < bytes.count else {
      return Problem(
        place: opening.place, found: "a quote that is never closed",
        wanted: "a closing quote before the end of the file")
    }
    place += 1
    if place < bytes.count, bytes[place] != delimiter, !isLineEnd(bytes[place]) {
      return broken("text behind a closing quote", "a delimiter or the end of the line")
    }
    return add(
      (start + 1)..<(place - 1), from: start, on: opening.line, hasDoubledQuotes: hasDoubledQuotes)
  }

  private mutating func add(
    _ content: Range<Int>, from start: Int, on line: Int, hasDoubledQuotes: Bool
  ) -> Problem? {
    fields.append(
      Field(content: content, line: line, start: start, hasDoubledQuotes: hasDoubledQuotes))
    guard content.count > Self.largestField else { return nil }
    let problem = Problem(
      place: TextPlace(line: line, column: character(fields.count - 1)),
      found: "a field of \(content.count) bytes", wanted: "at most \(Self.largestField) bytes")
    skipLine()
    return problem
  }

  private var here: TextPlace {
    TextPlace(line: line, column: 1 + bytes[lineStart..<place].count { $0 & 0xC0 != 0x80 })
  }

  private func isControl(_ byte: UInt8) -> Bool {
    (byte < 0x20 && byte != Byte.tab) || byte == 0x7F
  }

  private mutating func brokenByControl() -> Problem {
    let hex = String(bytes[place], radix: 16, uppercase: true)
    return broken(bytes[place] == 0 ? "NUL" : "the control character 0x\(hex)", "text")
  }

  private mutating func broken(_ found: String, _ wanted: String) -> Problem {
    let problem = Problem(place: here, found: found, wanted: wanted)
    skipLine()
    return problem
  }

  /// Goes to the start of the next line, whatever is on this one.
  private mutating func skipLine() {
    while place < bytes.count, !isLineEnd(bytes[place]) { place += 1 }
    if place < bytes.count { endLine() }
  }
}
