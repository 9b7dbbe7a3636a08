/// What parts the fields of a row.
public enum CSVDelimiter: String, CaseIterable, Sendable {
  /// `,`.
  case comma
  /// `;`, as Excel writes where the comma is the decimal point.
  case semicolon
  /// A tabulator.
  case tab

  /// The byte itself.
  public var byte: UInt8 {
    switch self {
    case .comma: Byte.comma
    case .semicolon: Byte.semicolon
    case .tab: Byte.tab
    }
  }
}
