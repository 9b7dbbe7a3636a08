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

extension CSVDelimiter {
  /// The delimiter that makes the first 50 records a table: all as wide as the first. Of several that
  /// do, or none, the one that makes the first record widest. When none parts it, it is a title, and so
  /// are those below that none parts.
  ///
  /// - Returns: `nil` when two make it equally wide; a file of one column counts as comma.
  static func found(in bytes: [UInt8]) -> CSVDelimiter? {
    let first = shapes(of: bytes, skipsTitles: false)
    let shapes =
      first.isEmpty ? shapes(of: bytes, skipsTitles: true).filter(\.shape.isTable) : first
    let isBetter = { (left: Shape, right: Shape) in
      left.isTable == right.isTable ? left.width > right.width : left.isTable
    }
    let wide = shapes.sorted { isBetter($0.shape, $1.shape) }
    guard let best = wide.first else { return .comma }
    guard wide.count == 1 || isBetter(best.shape, wide[1].shape) else { return nil }
    return best.delimiter
  }

  /// Those that part the first record, or the first that any of them could part.
  private static func shapes(of bytes: [UInt8], skipsTitles: Bool)
    -> [(delimiter: CSVDelimiter, shape: Shape)]
  {
    allCases.map { ($0, shape(of: bytes, by: $0, skipsTitles: skipsTitles)) }
      .filter { $0.shape.width > 1 }
  }

  private typealias Shape = (width: Int, isTable: Bool)

  private static func shape(
    of bytes: [UInt8], by delimiter: CSVDelimiter, skipsTitles: Bool
  ) -> Shape {
    var reader = CSVReader(bytes, delimiter: delimiter)
    guard case .record = reader.next() else { return (0, false) }
    for _ in 1..<SheetTable.rowsLookedAt where skipsTitles && reader.fields.count == 1 {
      guard case .record = reader.next() else { return (1, true) }
    }
    let width = reader.fields.count
    for _ in 1..<50 {
      switch reader.next() {
      case .record where reader.fields.count == width: continue
      case .end: return (width, true)
      default: return (width, false)
      }
    }
    return (width, true)
  }
}
