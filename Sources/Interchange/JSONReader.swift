/// A strict RFC 8259 parser over bytes: no comments, no trailing commas, no NaN, UTF-8 only.
///
/// A name that appears twice in one object is refused: which of the two was meant, nobody can say.
/// A byte-order mark at the start is skipped. Values nest at most ``deepest`` levels.
struct JSONReader {
  /// How many arrays and objects may be open at once.
  static let deepest = 256

  private let bytes: [UInt8]
  private var place: Int
  private var depth = 0
  /// Where each value starts, outer before inner, in the order of the text; only on request.
  private var starts: [Int]?

  private init(_ bytes: [UInt8], keepsStarts: Bool) {
    self.bytes = bytes
    self.starts = keepsStarts ? [] : nil
    self.place = bytes.starts(with: ByteOrderMark.utf8) ? ByteOrderMark.utf8.count : 0
  }

  /// Reads one value that fills the whole text.
  static func value(of bytes: [UInt8]) throws(JSONProblem) -> JSON {
    try read(bytes, keepsStarts: false).0
  }

  /// The same, and where each value starts: outer before inner, in the order of the text.
  static func located(_ bytes: [UInt8]) throws(JSONProblem) -> (JSON, starts: [Int]) {
    try read(bytes, keepsStarts: true)
  }

  private static func read(_ bytes: [UInt8], keepsStarts: Bool) throws(JSONProblem) -> (
    JSON, starts: [Int]
  ) {
    if let bad = StrictUTF8.firstInvalidByte(in: bytes) {
      throw JSONProblem(
        place: LineIndex(bytes).place(ofByte: bad), found: "bytes that are not UTF-8",
        wanted: "JSON in UTF-8")
    }
    var reader = JSONReader(bytes, keepsStarts: keepsStarts)
    let value = try reader.value()
    reader.skipSpace()
    guard reader.place == bytes.count else { throw reader.problem("the end of the file") }
    return (value, reader.starts ?? [])
  }

  private var current: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func skipSpace() {
    while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      place += 1
    }
  }

  private mutating func take(_ character: Character) -> Bool {
    guard current == character.asciiValue else { return false }
    place += 1
    return true
  }

  private func problem(_ wanted: String, at offset: Int? = nil) -> JSONProblem {
    let offset = offset ?? place
    let found: String
    if offset >= bytes.count {
      found = "the end of the file"
    } else if bytes[offset] < 0x20 {
      found = "the control character 0x" + String(bytes[offset], radix: 16, uppercase: true)
    } else {
      found =
        "\"" + String(String(decoding: bytes[offset...].prefix(24), as: UTF8.self).prefix(1)) + "\""
    }
    return JSONProblem(place: LineIndex(bytes).place(ofByte: offset), found: found, wanted: wanted)
  }

  private mutating func value() throws(JSONProblem) -> JSON {
    skipSpace()
    starts?.append(place)
    guard let first = current else { throw problem("a value") }
    switch first {
    case UInt8(ascii: "{"):
      return try nested { (reader) throws(JSONProblem) in try reader.object() }
    case UInt8(ascii: "["):
      return try nested { (reader) throws(JSONProblem) in try reader.array() }
    case Byte.quote: return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
    default: throw problem("a value")
    }
  }

  private mutating func nested(
    _ read: (inout JSONReader) throws(JSONProblem) -> JSON
  ) throws(JSONProblem) -> JSON {
    guard depth < Self.deepest else {
      throw problem("at most \(Self.deepest) values inside each other")
    }
    depth += 1
    place += 1
    defer { depth -= 1 }
    return try read(&self)
  }

  private mutating func array() throws(JSONProblem) -> JSON {
    var values: [JSON] = []
    skipSpace()
    if take("]") { return .array([]) }
    while true {
      values.append(try value())
      skipSpace()
      if take("]") { return .array(values) }
      guard take(",") else { throw problem("a comma or ]") }
    }
  }

  private mutating func object() throws(JSONProblem) -> JSON {
    var members: [JSON.Member] = []
    var names: Set<String> = []
    skipSpace()
    if take("}") { return .object([]) }
    while true {
      skipSpace()
      let start = place
      guard current == Byte.quote else { throw problem("a name in quotes") }
      let name = try string()
      guard names.insert(name).inserted else {
        throw JSONProblem(
          place: LineIndex(bytes).place(ofByte: start), found: "\"\(name)\" a second time",
          wanted: "each name once in an object")
      }
      skipSpace()
      guard take(":") else { throw problem("a colon") }
      members.append(JSON.Member(name, try value()))
      skipSpace()
      if take("}") { return .object(members) }
      guard take(",") else { throw problem("a comma or }") }
    }
  }

  private mutating func word(_ text: StaticString, _ value: JSON) throws(JSONProblem) -> JSON {
    let letters = text.withUTF8Buffer { Array($0) }
    guard bytes[place...].starts(with: letters) else { throw problem("a value") }
    place += letters.count
    return value
  }

  private mutating func number() throws(JSONProblem) -> String {
    let start = place
    _ = take("-")
    if !take("0") { try digits() }
    if take(".") { try digits() }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      try digits()
    }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  private mutating func digits() throws(JSONProblem) {
    let start = place
    while let byte = current, (0x30...0x39).contains(byte) { place += 1 }
    guard place > start else { throw problem("a digit") }
  }

  private mutating func string() throws(JSONProblem) -> String {
    place += 1
    var text: [UInt8] = []
    var start = place
    while let byte = current {
      switch byte {
      case Byte.quote:
        text += bytes[start..<place]
        place += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        text += bytes[start..<place]
        text += String(try escaped()).utf8
        start = place
      case 0x20...: place += 1
      default: throw problem("an escaped control character")
      }
    }
    throw problem("the closing quote of a text")
  }

  private mutating func escaped() throws(JSONProblem) -> Unicode.Scalar {
    place += 1
    let letter = current
    place += 1
    switch letter {
    case Byte.quote, UInt8(ascii: "\\"), UInt8(ascii: "/"):
      return Unicode.Scalar(letter ?? 0)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try unicodeEscape()
    default: throw problem("an escape such as \\n or \\u4e2d", at: place - 1)
    }
  }

  /// After `\u`: one code, or a high and a low surrogate; half a pair is refused.
  private mutating func unicodeEscape() throws(JSONProblem) -> Unicode.Scalar {
    let start = place - 2
    let first = try fourHexDigits()
    if let scalar = Unicode.Scalar(UInt32(first)) { return scalar }
    if UTF16.isLeadSurrogate(first), take("\\"), take("u") {
      let second = try fourHexDigits()
      if UTF16.isTrailSurrogate(second) {
        let code = 0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00)
        if let scalar = Unicode.Scalar(code) { return scalar }
      }
    }
    throw problem("a character: half of a surrogate pair is none", at: start)
  }

  private mutating func fourHexDigits() throws(JSONProblem) -> UInt16 {
    let digits = String(decoding: bytes[place...].prefix(4), as: UTF8.self)
    guard digits.utf8.count == 4, !digits.hasPrefix("+"), !digits.hasPrefix("-"),
      let value = UInt16(digits, radix: 16)
    else { throw problem("four hexadecimal digits") }
    place += 4
    return value
  }
}
