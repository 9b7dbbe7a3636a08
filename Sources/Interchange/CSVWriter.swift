/// Writes rows as CSV by RFC 4180: fields are quoted when they must be, and only then.
///
/// Text cells are guarded against formulas (``FormulaGuard``) unless that is switched off; our own
/// reader takes the guard back, so export, import and export again give the same bytes.
public struct CSVWriter: Sendable {
  /// One field of a row.
  public enum Cell: Hashable, Sendable {
    /// Nothing.
    case empty
    /// Words: guarded.
    case text(String)
    /// Digits and the like that we made ourselves: written as they are, so `-5` stays a number.
    case plain(String)
  }

  /// What ends a row.
  public enum LineEnd: Sendable {
    /// `\n`, for other programs.
    case lineFeed
    /// `\r\n`, for Excel.
    case carriageReturnLineFeed
  }

  /// What has been written so far.
  public private(set) var bytes: [UInt8]

  private let delimiter: UInt8
  private let lineEnd: [UInt8]
  private let guardsFormulas: Bool

  /// A writer with nothing but the byte-order mark written.
  public init(
    delimiter: CSVDelimiter = .comma, lineEnd: LineEnd = .lineFeed,
    hasByteOrderMark: Bool = false, guardsFormulas: Bool = true
  ) {
    self.delimiter = delimiter.byte
    self.lineEnd =
      lineEnd == .lineFeed ? [Byte.lineFeed] : [Byte.carriageReturn, Byte.lineFeed]
    self.guardsFormulas = guardsFormulas
    self.bytes = hasByteOrderMark ? ByteOrderMark.utf8 : []
  }

  /// A writer of files that Excel opens with a double click: byte-order mark, CRLF, guarded.
  public static var excel: CSVWriter {
    CSVWriter(lineEnd: .carriageReturnLineFeed, hasByteOrderMark: true)
  }

  /// Writes one row.
  public mutating func write(_ row: [Cell]) {
    for (place, cell) in row.enumerated() {
      if place > 0 { bytes.append(delimiter) }
      switch cell {
      // A row of one empty field would be an empty line, which is no row at all.
      case .empty: if row.count == 1 { bytes += [Byte.quote, Byte.quote] }
      case .text(""): if row.count == 1 { bytes += [Byte.quote, Byte.quote] }
      case .text(let text): write(guardsFormulas ? FormulaGuard.guarded(text) : text)
      case .plain(let text): write(text)
      }
    }
    bytes += lineEnd
  }

  private mutating func write(_ text: String) {
    let mustQuote = text.utf8.contains { byte in
      byte == delimiter || byte == Byte.quote || byte == Byte.lineFeed
        || byte == Byte.carriageReturn
    }
    guard mustQuote else {
      bytes += text.utf8
      return
    }
    bytes.append(Byte.quote)
    for byte in text.utf8 {
      if byte == Byte.quote { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(Byte.quote)
  }
}
