import Domain

/// Writes ``JSON`` values as text, and large lists straight from what they are made of.
public struct JSONWriter {
  /// One name of an object, and what writes its value.
  public struct Member {
    let name: String
    let write: (inout JSONWriter) -> Void

    /// A member whose value is written by `write`, once.
    public init(_ name: String, _ write: @escaping (inout JSONWriter) -> Void) {
      (self.name, self.write) = (name, write)
    }

    /// A member.
    public init(_ name: String, _ value: JSON) { self.init(name) { $0.write(value) } }
  }

  private var bytes: [UInt8] = []
  private var depth = 0

  /// The text of what `write` writes: one value.
  public static func text(_ write: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter()
    write(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  static func text(of value: JSON) -> String { text { $0.write(value) } }

  /// Writes a value.
  public mutating func write(_ value: JSON) {
    switch value {
    case .null: bytes += "null".utf8
    case .bool(let isTrue): bytes += (isTrue ? "true" : "false").utf8
    case .number(let digits): bytes += digits.utf8
    case .string(let text): write(text)
    case .array(let values):
      list(values.count, between: "[", "]") { writer, place in writer.write(values[place]) }
    case .object(let members): write(members.map { Member($0.name, $0.value) })
    }
  }

  /// Writes an object.
  public mutating func write(_ members: [Member]) {
    list(members.count, between: "{", "}") { writer, place in
      writer.write(members[place].name)
      writer.bytes += ": ".utf8
      members[place].write(&writer)
    }
  }

  /// Writes an array of objects that have the same names.
  ///
  /// - Parameter cell: writes the value of a row and a name.
  public mutating func write(
    rows: Int, named names: [String], cell: (inout JSONWriter, _ row: Int, _ name: Int) -> Void
  ) {
    // What stands before a value is the same in each row.
    let starts = names.indices.map { place in
      var start = JSONWriter()
      start.depth = depth + 2
      if place > 0 { start.bytes.append(UInt8(ascii: ",")) }
      start.newLine()
      start.write(names[place])
      start.bytes += ": ".utf8
      return start.bytes
    }
    list(rows, between: "[", "]") { writer, row in
      writer.bytes.append(UInt8(ascii: "{"))
      writer.depth += 1
      for place in starts.indices {
        writer.bytes += starts[place]
        cell(&writer, row, place)
      }
      writer.depth -= 1
      if !starts.isEmpty { writer.newLine() }
      writer.bytes.append(UInt8(ascii: "}"))
    }
  }

  /// Writes a whole number.
  public mutating func write(_ number: Int64) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    var (power, rest) = (1 as UInt64, number.magnitude)
    while rest / power >= 10 { power *= 10 }
    while power > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / power))
      (rest, power) = (rest % power, power / 10)
    }
  }

  private mutating func list(
    _ count: Int, between open: Unicode.Scalar, _ close: Unicode.Scalar,
    write: (inout JSONWriter, Int) -> Void
  ) {
    bytes.append(UInt8(ascii: open))
    depth += 1
    for place in 0..<count {
      if place > 0 { bytes.append(UInt8(ascii: ",")) }
      newLine()
      write(&self, place)
    }
    depth -= 1
    if count > 0 { newLine() }
    bytes.append(UInt8(ascii: close))
  }

  private mutating func newLine() {
    bytes.append(UInt8(ascii: "\n"))
    for _ in 0..<depth { bytes += "  ".utf8 }
  }

  /// Writes a text.
  public mutating func write(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    // Nearly every text goes as it is; the few that need a closer look show it in their bytes.
    if text.utf8.allSatisfy(Self.isPlain) {
      bytes += text.utf8
    } else {
      for scalar in text.unicodeScalars { write(scalar) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Whether no sign that is escaped begins with a byte.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\") && !TerminalSigns.mayBegin(with: byte)
  }

  private mutating func write(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": bytes += "\\\"".utf8
    case "\\": bytes += "\\\\".utf8
    case "\n": bytes += "\\n".utf8
    case "\r": bytes += "\\r".utf8
    case "\t": bytes += "\\t".utf8
    case _ where TerminalSigns.contains(scalar):
      let hex = String(scalar.value, radix: 16)
      bytes += "\\u\(String(repeating: "0", count: 4 - hex.utf8.count))\(hex)".utf8
    default: bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
    }
  }
}
