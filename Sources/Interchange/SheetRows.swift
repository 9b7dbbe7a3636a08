/// The rows of one sheet, one after the other: the sheet is inflated and read as far as they are asked for.
final class SheetRows {
  /// A cell that isn't empty.
  struct Cell {
    /// From 0.
    let column: Int
    /// What Excel would show, but for the format of plain numbers.
    let text: String
    /// Whether the text is what Excel last worked out.
    let isFormula: Bool
    /// Why there is no value in it.
    let fault: WorkbookFault?
  }

  /// A row with at least one such cell.
  struct Row {
    /// From 1.
    let number: Int
    let isHidden: Bool
    /// By column.
    let cells: [Cell]
  }

  /// No list of creators or orders has more: a million rows of twenty columns.
  static let mostCells = 20_000_000
  static let tooManyCells = WorkbookFault(
    "more than 20,000,000 cells", wanted: "a smaller workbook, or the list as CSV")
  /// A sheet can't have more columns.
  static let mostColumns = 16_384
  /// A sheet can't have more rows.
  static let mostRows = 1_048_576

  private let part: ZipPart
  private let parser: XMLParser
  private let cells: SheetCells
  private var place = 0
  private var isAtEnd = false

  init(_ sheet: Workbook.Sheet, of workbook: Workbook) throws(WorkbookFault) {
    guard let part = try workbook.archive.part(sheet.part) else {
      throw WorkbookFault("no part \(sheet.part) for the sheet \(sheet.name)")
    }
    self.part = part
    cells = SheetCells(workbook)
    parser = try XMLParser(sheet.part, cells)
  }

  /// Leaves out the texts of some columns from now on, which saves their reading.
  ///
  /// - Parameter wanted: whether each of the first columns is needed; those behind are read.
  func read(only wanted: [Bool]) { cells.wanted = wanted }

  /// The next row, or `nil` at the end.
  func next() throws(WorkbookFault) -> Row? {
    while place == cells.rows.count {
      if isAtEnd { return nil }
      cells.rows.removeAll(keepingCapacity: true)
      place = 0
      if let piece = try part.next() {
        try parser.feed(piece, isLast: false)
      } else {
        try parser.feed(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true)
        isAtEnd = true
      }
    }
    place += 1
    return cells.rows[place - 1]
  }
}

/// Where a cell stands, as Excel writes it.
enum SheetPlace {
  /// The letters of a column, from 0: `A`, `Z`, `AA`.
  static func letters(_ column: Int) -> String {
    var (letters, rest) = ("", column)
    repeat {
      letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
      rest = rest / 26 - 1
    } while rest >= 0
    return letters
  }

  /// The column, from 0, and the row, from 1, of `AB12`; `nil` for anything else.
  static func parsed(_ text: XMLText) -> (column: Int, row: Int)? {
    var (column, place) = (0, text.bytes)
    while (65...90).contains(place.pointee), column < SheetRows.mostColumns {
      column = column * 26 + Int(place.pointee) - 64
      place += 1
    }
    guard (1...SheetRows.mostColumns).contains(column), let row = XMLText(place).number,
      (1...SheetRows.mostRows).contains(row)
    else { return nil }
    return (column - 1, row)
  }
}
