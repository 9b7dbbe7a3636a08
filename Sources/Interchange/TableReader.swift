/// A CSV file or a sheet of a workbook as a table: a header, and rows as wide as the header. Its problems
/// are collected.
public struct TableReader {
  /// One row.
  public struct Row: Sendable {
    /// The line it starts on; in a sheet the row's number.
    public let line: Int
    /// The cells, as many as the header has.
    public let cells: [String]
    /// The line each cell starts on: not the row's when a cell before it holds line breaks.
    public let cellLines: [Int]
  }

  /// The file's name, for problems.
  public let file: String
  /// How the text was written; `nil` for a workbook.
  public let encoding: TextEncoding?
  /// What parts its fields; `nil` for a workbook.
  public let delimiter: CSVDelimiter?
  /// The first record, as it is; of a sheet the names of its columns (`SheetHeader`).
  public let header: [String]
  /// The line of the header.
  public let headerLine: Int
  /// What was wrong so far, in the order of the file.
  public private(set) var problems = ProblemList()

  private(set) var reader: CSVReader
  private var wanted: [Bool]
  private let table: SheetTable?

  /// Starts reading a file: a workbook by its first bytes, else text.
  ///
  /// - Throws: ``ImportProblem`` when the file has no readable header, or it isn't clear what parts its fields.
  public init(_ raw: [UInt8], file: String) throws(ImportProblem) {
    if Workbook.isOne(raw) {
      try self.init(workbook: raw, file: file, sheet: nil, fits: nil)
    } else {
      try self.init(DecodedText(raw, file: file, as: nil), file: file, delimiter: nil)
    }
  }

  /// Starts reading a sheet of a workbook, as ``SheetTable`` finds it.
  init(
    workbook raw: [UInt8], file: String, sheet: String?, fits: (([String]) -> Int?)?
  ) throws(ImportProblem) {
    self.file = file
    (encoding, delimiter) = (nil, nil)
    reader = CSVReader([], delimiter: .comma)
    do throws(WorkbookFault) {
      let table = try SheetTable(Workbook(raw), sheet: sheet, fits: fits)
      (header, headerLine) = (table.header, table.headerRow)
      wanted = header.map { _ in true }
      self.table = table
    } catch {
      throw error.problem(file)
    }
  }

  /// Starts reading a text.
  ///
  /// - Parameter fits: how well a header fits, `nil` for not at all: it may stand below titles and groups, as
  ///   in a sheet. Without it the first record is the header.
  init(
    _ text: DecodedText, file: String, delimiter: CSVDelimiter?, fits: (([String]) -> Int?)? = nil
  ) throws(ImportProblem) {
    // The byte-order mark read as Latin letters: every name in the file is spoiled likewise.
    guard !text.bytes.starts(with: "ï»¿".utf8) else {
      throw ImportProblem(
        file: file, line: 1, character: 1, found: "UTF-8 that was read as Latin-1 and saved again",
        wanted: "the file as it was before")
    }
    guard let delimiter = delimiter ?? CSVDelimiter.found(in: text.bytes) else {
      throw ImportProblem(
        file: file, line: 1, found: "lines that two delimiters part equally well",
        wanted: "one of , ; and tab between the columns (say which with --delimiter)")
    }
    self.file = file
    self.encoding = text.encoding
    self.delimiter = delimiter
    table = nil
    reader = CSVReader(text.bytes, delimiter: delimiter)
    if let fits, let lower = Self.lowerHeader(reader, fits) {
      (header, headerLine, reader) = (lower.names, lower.line, lower.reader)
      wanted = header.map { _ in true }
      return
    }
    switch reader.next() {
    case .record:
      header = (0..<reader.fields.count).map { [reader] place in reader.text(place) }
      headerLine = reader.recordLine
      wanted = header.map { _ in true }
    case .broken(let problem):
      throw ImportProblem(
        file: file, line: problem.place.line, character: problem.place.column,
        found: problem.found, wanted: problem.wanted)
    case .end:
      throw ImportProblem(file: file, line: 0, found: "nothing", wanted: "a header and rows")
    }
  }

  /// The header that fits best, if it isn't the first record, and the reader behind it.
  private static func lowerHeader(_ start: CSVReader, _ fits: ([String]) -> Int?)
    -> (names: [String], line: Int, reader: CSVReader)?
  {
    var reader = start
    var rows: [(row: SheetRows.Row, reader: CSVReader)] = []
    while rows.count < SheetTable.rowsLookedAt, case .record = reader.next() {
      let cells = reader.fields.indices.filter { !reader.fields[$0].content.isEmpty }.map {
        SheetRows.Cell(column: $0, text: reader.text($0, upTo: 2_000), isFormula: false, fault: nil)
      }
      let row = SheetRows.Row(number: reader.recordLine, isHidden: false, cells: cells)
      if !cells.isEmpty { rows.append((row, reader)) }
    }
    // Of those that fit none it is the widest, so that problems name the columns and not a title.
    let widest = rows.map(\.reader.fields.count).max().flatMap { width in
      rows.firstIndex { $0.reader.fields.count == width }
    }
    guard let widest else { return nil }
    let best =
      SheetHeader.best(of: rows.map(\.row), fits) ?? SheetHeader(rows[...widest].map(\.row)[...])
    guard best.row != rows[0].row.number,
      let found = rows.first(where: { $0.row.number == best.row })?.reader
    else { return nil }
    let names = found.fields.indices.map { best.names.indices.contains($0) ? best.names[$0] : "" }
    return (names, best.row, found)
  }

  /// Leaves the cells of other columns empty from now on, which saves their reading.
  ///
  /// - Parameter columns: places in ``header``.
  public mutating func read(only columns: Set<Int>) {
    wanted = header.indices.map(columns.contains)
    table?.read(only: wanted)
  }

  /// The next row that is whole, or `nil` at the end. Rows with nothing in them are passed over.
  public mutating func next() -> Row? {
    if let table { return next(in: table) }
    guard advance() else { return nil }
    return Row(
      line: reader.recordLine,
      cells: wanted.indices.map { wanted[$0] ? reader.text($0) : "" },
      cellLines: reader.fields.map(\.line))
  }

  /// Passes over a row that somebody else has read.
  mutating func pass(to end: Int) { reader.pass(to: end) }

  /// Goes to the next whole row, whose cells are the fields of ``reader``; `false` at the end.
  mutating func advance() -> Bool {
    while true {
      switch reader.next() {
      case .end: return false
      case .broken(let problem):
        problems.add(
          ImportProblem(
            file: file, line: problem.place.line, character: problem.place.column,
            found: problem.found, wanted: problem.wanted))
      case .record:
        if reader.fields.allSatisfy({ $0.content.isEmpty }) { continue }
        guard reader.fields.count == header.count else {
          problems.add(
            ImportProblem(
              file: file, line: reader.recordLine,
              found: "\(reader.fields.count)",
              wanted: "\(header.count) fields, as many as the header has"))
          continue
        }
        return true
      }
    }
  }
}

extension TableReader {
  /// The sheet that is read; `nil` for text.
  public var sheet: String? { table?.sheet }

  /// What a person should know of the rows read so far, in sentences.
  public var remarks: [String] {
    guard let table else { return [] }
    let counts = [
      (table.hiddenRows, "hidden row", "read like the others"),
      (table.formulas, "formula", "read as the value that was worked out last"),
    ]
    return counts.filter { $0.0 > 0 }.map { count, what, how in
      "\(count) \(what)\(count == 1 ? "" : "s"), \(how)"
    }
  }

  /// A problem in a row, with its place: the cell of a sheet, or the line of a text and the column's name.
  ///
  /// - Parameter column: its place in ``header``; `nil` when no one column is to blame.
  public func problem(in row: Row, column: Int?, found: String, wanted: String) -> ImportProblem {
    problem(
      line: column.map { row.cellLines[$0] } ?? row.line, column: column, found: found,
      wanted: wanted)
  }

  /// A problem of the header.
  public func headerProblem(found: String, wanted: String) -> ImportProblem {
    problem(line: headerLine, column: nil, found: found, wanted: wanted)
  }

  private func problem(line: Int, column: Int?, found: String, wanted: String) -> ImportProblem {
    ImportProblem(
      file: file, sheet: sheet, line: line, column: column.map { header[$0] },
      character: sheet == nil ? nil : column.map { $0 + 1 }, found: found, wanted: wanted)
  }

  /// The next row of a sheet. A cell without a value, or outside of the header, is a problem.
  private mutating func next(in table: SheetTable) -> Row? {
    while true {
      let next: SheetRows.Row?
      do throws(WorkbookFault) {
        next = try table.next()
      } catch {
        problems.add(error.problem(file))
        return nil
      }
      guard let next else { return nil }
      var cells = [String](repeating: "", count: header.count)
      var isWhole = true
      for cell in next.cells {
        var fault = cell.fault
        if cell.column >= header.count {
          fault = WorkbookFault(
            ImportProblem.quoted(cell.text), wanted: "nothing to the right of the header")
        } else if wanted[cell.column] {
          cells[cell.column] = cell.text
        } else {
          continue
        }
        guard let fault else { continue }
        isWhole = false
        problems.add(
          ImportProblem(
            file: file, sheet: table.sheet, line: next.number,
            column: cell.column < header.count ? header[cell.column] : nil,
            character: cell.column + 1, found: fault.found, wanted: fault.wanted))
      }
      guard isWhole else { continue }
      let lines = [Int](repeating: next.number, count: header.count)
      return Row(line: next.number, cells: cells, cellLines: lines)
    }
  }
}
