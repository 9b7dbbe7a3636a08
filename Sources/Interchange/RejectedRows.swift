/// The rows of a list that were refused, as they came, with the reason in front: a file to be corrected and
/// imported again.
///
/// Rows of a text are copied byte for byte (as UTF-8), so that a broken one can be mended where it is broken;
/// rows of a sheet are written as CSV, and guarded against formulas.
public struct RejectedRows: Sendable {
  /// The column in front, which an import passes over.
  public static let reasonHeader = "refused because"

  /// How many rows there are.
  public private(set) var count = 0
  /// The header and the delimiter of the list, which all rows share.
  private let head: [UInt8]
  private var body: [UInt8] = []

  /// The whole file.
  public var bytes: [UInt8] { head + body }

  /// The rows of a list that problems are about, in its order.
  ///
  /// - Parameters:
  ///   - raw: the list's bytes.
  ///   - file: its name.
  ///   - options: how it was read.
  ///   - problems: what is wrong with it, none of it with the whole list.
  /// - Throws: ``ImportProblem`` for a list without rows: JSON.
  public init(
    of raw: [UInt8], file: String, options: CreatorReading.Options, problems: [ImportProblem]
  ) throws(ImportProblem) {
    var reasons = Reasons(problems)
    if Workbook.isOne(raw) {
      do throws(WorkbookFault) {
        let table = try SheetTable(Workbook(raw), sheet: options.sheet) {
          LayoutMatch.score(of: $0, options)
        }
        var writer = CSVWriter.excel
        writer.write(([Self.reasonHeader] + table.header).map(CSVWriter.Cell.plain))
        head = writer.bytes
        try takeRows(of: table, &reasons)
      } catch { throw error.problem(file) }
    } else {
      let text = try DecodedText(raw, file: file, as: options.encoding)
      let table = try CreatorListReader.table(text, file, options)
      var reader = CSVReader(text.bytes, delimiter: table.delimiter ?? .comma)
      let separator = [(table.delimiter ?? .comma).byte]
      var head = ByteOrderMark.utf8
      while case .record = reader.next(), reader.recordLine <= table.headerLine {
        let isLowest = reader.recordLine == table.headerLine
        head += (isLowest ? Array(Self.reasonHeader.utf8) : []) + separator + reader.recordBytes
        head += Self.lineEnd
        if isLowest { break }
      }
      self.head = head
      takeRows(of: reader, separator, &reasons)
    }
  }

  private static let lineEnd: [UInt8] = [Byte.carriageReturn, Byte.lineFeed]

  /// A reason as a field in quotes, whatever parts the columns.
  private static func quoted(_ reason: String) -> [UInt8] {
    Array("\"\(reason.replacing("\"", with: "\"\""))\"".utf8)
  }

  private mutating func takeRows(of table: SheetTable, _ reasons: inout Reasons)
    throws(WorkbookFault)
  {
    var writer = CSVWriter(lineEnd: .carriageReturnLineFeed)
    while let row = try table.next() {
      guard let reason = reasons.take(row.number...row.number) else { continue }
      count += 1
      let width = max(table.header.count, 1 + (row.cells.last?.column ?? 0))
      var cells = [CSVWriter.Cell](repeating: .empty, count: width)
      // A guarded word for nothing would be read as a word.
      for cell in row.cells {
        cells[cell.column] =
          CellText.wordsForNothing.contains(cell.text) ? .plain(cell.text) : .text(cell.text)
      }
      writer.write([.text(reason)] + cells)
    }
    body = writer.bytes
  }

  private mutating func takeRows(
    of reader: CSVReader, _ separator: [UInt8], _ reasons: inout Reasons
  ) {
    var reader = reader
    while true {
      switch reader.next() {
      case .end: return
      case .record, .broken: break
      }
      guard let reason = reasons.take(reader.recordLines) else { continue }
      count += 1
      body += Self.quoted(reason) + separator + reader.recordBytes + Self.lineEnd
    }
  }

  /// The same with the rows of another list behind; `nil` when its columns are others.
  public func adding(_ other: RejectedRows) -> RejectedRows? {
    guard other.head == head else { return nil }
    var sum = self
    sum.body += other.body
    sum.count += other.count
    return sum
  }

  /// The problems by line, handed out row by row.
  private struct Reasons {
    private var rest: ArraySlice<ImportProblem>

    init(_ problems: [ImportProblem]) {
      rest = problems.sorted(by: ImportProblem.precedes)[...]
    }

    /// What is wrong with the row on these lines, in words; `nil` for nothing.
    mutating func take(_ lines: ClosedRange<Int>) -> String? {
      let here = rest.prefix { $0.line <= lines.upperBound }
      rest = rest.dropFirst(here.count)
      guard !here.isEmpty else { return nil }
      let words = here.map { problem in
        (problem.column.map { "\($0): " } ?? "")
          + "wanted \(problem.wanted), found \(problem.found)"
      }
      return "row \(lines.lowerBound): " + words.joined(separator: "; ")
    }
  }
}
