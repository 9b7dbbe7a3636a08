/// A piece of XML or HTML: what stands in the source is markup, and every value that is put into it
/// is escaped.
///
///     var page: Markup = "<td title=\"\(nickname)\">\(price)</td>"
///
/// A line feed or tab inside an attribute's value is for the reader to normalise; elsewhere texts are
/// read back as they are.
public struct Markup: ExpressibleByStringInterpolation, Sendable {
  /// What has been written so far, in UTF-8.
  public private(set) var bytes: [UInt8]

  /// Markup without a value in it.
  public init(stringLiteral markup: StaticString) {
    bytes = markup.withUTF8Buffer { Array($0) }
  }

  /// Markup with values in it.
  public init(stringInterpolation pieces: Pieces) { bytes = pieces.bytes }

  /// Adds to what has been written.
  public static func += (left: inout Markup, right: Markup) { left.bytes += right.bytes }

  /// Takes what has been written away.
  mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  /// Puts markup together.
  public struct Pieces: StringInterpolationProtocol, Sendable {
    fileprivate var bytes: [UInt8] = []

    /// Nothing yet.
    public init(literalCapacity: Int, interpolationCount: Int) {
      bytes.reserveCapacity(literalCapacity + 16 * interpolationCount)
    }

    /// Markup, as it stands in the source.
    public mutating func appendLiteral(_ markup: StaticString) {
      markup.withUTF8Buffer { bytes += $0 }
    }

    /// A text: escaped.
    public mutating func appendInterpolation(_ text: String) { Markup.escape(text, into: &bytes) }

    /// A whole number.
    public mutating func appendInterpolation(_ number: some BinaryInteger) {
      bytes += String(number).utf8
    }

    /// Markup.
    public mutating func appendInterpolation(_ markup: Markup) { bytes += markup.bytes }
  }

  /// Adds a text so that a reader gets it back: `<`, `>`, `&` and `"` by name, and the carriage return
  /// by number, since readers take a bare one for a line feed. What XML can't hold becomes U+FFFD.
  static func escape(_ text: String, into bytes: inout [UInt8]) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case UInt8(ascii: "\""): bytes += "&quot;".utf8
      case Byte.carriageReturn: bytes += "&#13;".utf8
      case 0x09, 0x0A: bytes.append(byte)
      case 0..<0x20: bytes += "\u{FFFD}".utf8
      // U+FFFE and U+FFFF differ from it in the last byte.
      case 0xBE, 0xBF: bytes.append(bytes.suffix(2).elementsEqual([0xEF, 0xBF]) ? 0xBD : byte)
      default: bytes.append(byte)
      }
    }
  }
}

extension Markup {
  /// One piece of markup behind another.
  public static func + (left: Markup, right: Markup) -> Markup {
    var both = left
    both += right
    return both
  }
}
