/// A sheet as a table: which sheet of the workbook, which of its rows is the header, and the rows below.
final class SheetTable {
  /// The header stands in one of this many rows with something in them.
  static let rowsLookedAt = 20

  /// The sheet's name.
  let sheet: String
  /// The names of the columns: see ``SheetHeader``.
  let header: [String]
  /// The row of the header, the lowest if it has several.
  let headerRow: Int
  /// How many rows with something in them Excel doesn't show.
  private(set) var hiddenRows = 0
  /// How many cells were worked out by Excel.
  private(set) var formulas = 0

  private let rows: SheetRows
  private var wanted: [Bool] = []
  /// Rows below the header that were read to find it, the last first.
  private var read: [SheetRows.Row]

  /// Opens the sheet that is asked for, or else the one whose header fits.
  ///
  /// - Parameters:
  ///   - name: the sheet's name; `nil` to find the one.
  ///   - fits: how well a header fits, `nil` for not at all. Of several rows the best is the header, of
  ///     equal ones the first. Without it the first row of the first sheet is the header.
  init(_ workbook: Workbook, sheet name: String?, fits: (([String]) -> Int?)?)
    throws(WorkbookFault)
  {
    let candidates = try Self.candidates(workbook, name)
    var found:
      [(sheet: Workbook.Sheet, rows: SheetRows, read: [SheetRows.Row], header: SheetHeader)] = []
    var others: String?
    for sheet in candidates {
      let rows = try SheetRows(sheet, of: workbook)
      var read: [SheetRows.Row] = []
      while read.count < Self.rowsLookedAt, let row = try rows.next() { read.append(row) }
      guard !read.isEmpty else { continue }
      if let fits, let header = SheetHeader.best(of: read, fits) {
        found.append((sheet, rows, read, header))
      } else if others == nil {
        others = sheet.name
        if fits == nil || candidates.count == 1 {
          found.append((sheet, rows, read, SheetHeader.widest(of: read)))
        }
      }
      if fits == nil { break }
    }
    guard found.count < 2 else {
      throw WorkbookFault(
        "sheets that fit: \(found.map(\.sheet.name).joined(separator: ", "))",
        wanted: "one of them (say which with --sheet)")
    }
    guard let found = found.first else {
      let names = candidates.map(\.name).joined(separator: ", ")
      throw WorkbookFault(
        others == nil
          ? "nothing in the sheets: \(names)" : "no header that is known in the sheets: \(names)",
        wanted: "a sheet with a header and rows")
    }
    (sheet, rows) = (found.sheet.name, found.rows)
    header = found.header.names
    headerRow = found.header.row
    read = found.read.filter { $0.number > found.header.row }.reversed()
  }

  private static func candidates(_ workbook: Workbook, _ name: String?) throws(WorkbookFault)
    -> [Workbook.Sheet]
  {
    let visible = workbook.sheets.filter { !$0.isHidden }
    guard let name else { return visible.isEmpty ? workbook.sheets : visible }
    let named = workbook.sheets.filter { $0.name == name }
    guard !named.isEmpty else {
      throw WorkbookFault(
        "no sheet \(name)", wanted: "one of: \(workbook.sheets.map(\.name).joined(separator: ", "))"
      )
    }
    return named
  }

  /// Leaves the cells of some columns empty from now on: see ``SheetRows/read(only:)``.
  func read(only wanted: [Bool]) {
    self.wanted = wanted
    rows.read(only: wanted)
  }

  /// The next row with something in it, or `nil` at the end.
  func next() throws(WorkbookFault) -> SheetRows.Row? {
    let row: SheetRows.Row?
    if let last = read.popLast() { row = last } else { row = try rows.next() }
    guard let row else { return nil }
    if row.isHidden { hiddenRows += 1 }
    formulas += row.cells.count { cell in
      cell.isFormula && (cell.column >= wanted.count || wanted[cell.column])
    }
    return row
  }
}
