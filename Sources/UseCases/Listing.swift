import Domain
import Interchange

/// Rows and columns on their way out: one list, drawn as a table or encoded for machines.
public struct Listing: Sendable {
  /// How a column is called and set.
  public struct Column: Sendable {
    /// What its cells hold.
    public enum Kind: Sendable {
      /// Words, ids, dates.
      case text
      /// Whole numbers.
      case integer
      /// Amounts.
      case money
      /// Amounts of US dollars.
      case dollars
      /// Rates.
      case basisPoints
      /// Averages in hundredths.
      case hundredths
      /// Several words.
      case list
    }

    /// Its name for machines: `nickname`, `quote`.
    public let key: String
    /// Its name for people.
    public let title: String
    /// What its cells hold.
    public let kind: Kind

    /// A column.
    public init(_ key: String, _ title: String, _ kind: Kind = .text) {
      (self.key, self.title, self.kind) = (key, title, kind)
    }

    /// Whether it is set flush right.
    public var isNumber: Bool { kind != .text && kind != .list }

    /// Its name in JSON, with the unit of amounts and rates.
    var jsonKey: String {
      switch kind {
      case .money: "\(key)_fen"
      case .dollars: "\(key)_cents"
      case .basisPoints: "\(key)_bp"
      default: key
      }
    }
  }

  /// The columns, left to right.
  public let columns: [Column]
  /// The rows, each with one cell a column, in the order the list states.
  public let rows: [[Cell]]
  /// How many rows there are when all are shown; these are the first of them.
  public let all: Int

  /// A list.
  ///
  /// - Parameter all: how many rows there are, if not all are here.
  /// - Precondition: each row has one cell a column.
  public init(columns: [Column], rows: [[Cell]], of all: Int? = nil) {
    precondition(rows.allSatisfy { $0.count == columns.count }, "a ragged listing")
    self.columns = columns
    self.rows = rows
    self.all = all ?? rows.count
  }

  /// The list with only some columns, in the order of the keys.
  public func keeping(_ keys: [String]) -> Listing {
    let places = keys.compactMap { key in columns.firstIndex { $0.key == key } }
    return Listing(
      columns: places.map { columns[$0] }, rows: rows.map { row in places.map { row[$0] } },
      of: all)
  }

  /// The list without some columns.
  public func without(_ keys: String...) -> Listing {
    keeping(columns.map(\.key).filter { !keys.contains($0) })
  }

  /// The list as CSV with its keys as header, for other programs.
  public func csv() -> [UInt8] { bytes(CSVWriter()) }

  /// The list as tab-separated text, for pipes.
  public func tsv() -> [UInt8] { bytes(CSVWriter(delimiter: .tab, guardsFormulas: false)) }

  /// The list as a file that Excel opens as it is.
  public func excelCSV() -> [UInt8] { bytes(.excel) }

  /// The list as a JSON array of objects.
  public func json() -> String { JSONWriter.text(write) }

  /// Writes the same into a larger text.
  func write(to writer: inout JSONWriter) {
    writer.write(rows: rows.count, named: columns.map(\.jsonKey)) { writer, row, column in
      rows[row][column].write(to: &writer)
    }
  }

  var value: JSON { .array(objects) }

  /// Each row for machines.
  var objects: [JSON] {
    rows.map { row in
      .object(zip(columns, row).map { column, cell in .init(column.jsonKey, cell.json) })
    }
  }

  private func bytes(_ start: CSVWriter) -> [UInt8] {
    var writer = start
    writer.write(columns.map { .text($0.key) })
    for row in rows { writer.write(row.map(\.csv)) }
    return writer.bytes
  }
}
