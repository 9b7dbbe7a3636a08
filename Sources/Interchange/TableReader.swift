/// A CSV file as a table: a header, and rows as wide as the header. Its problems are collected.
public struct TableReader {
  /// One row.
  public struct Row: Sendable {
    /// The line it starts on.
    public let line: Int
    /// The cells, as many as the header has.
    public let cells: [String]
    /// The line each cell starts on: not the row's when a cell before it holds line breaks.
    public let cellLines: [Int]
  }

  /// The file's name, for problems.
  public let file: String
  /// How the file was written.
  public let encoding: TextEncoding
  /// What parts its fields.
  public let delimiter: CSVDelimiter
  /// The first record, as it is.
  public let header: [String]
  /// The line of the header.
  public let headerLine: Int
  /// What was wrong so far, in the order of the file.
  public private(set) var problems = ProblemList()

  private(set) var reader: CSVReader
  private var wanted: [Bool]

  /// Starts reading a file.
  ///
  /// - Throws: ``ImportProblem`` when the file has no readable header, or it isn't clear what parts its fields.
  public init(
    _ raw: [UInt8], file: String, encoding: TextEncoding? = nil, delimiter: CSVDelimiter? = nil
  ) throws(ImportProblem) {
    try self.init(
      DecodedText(raw, file: file, as: encoding), file: file, delimiter: delimiter)
  }

  init(_ text: DecodedText, file: String, delimiter: CSVDelimiter?) throws(ImportProblem) {
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
    reader = CSVReader(text.bytes, delimiter: delimiter)
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

  /// Leaves the cells of other columns empty from now on, which saves their reading.
  ///
  /// - Parameter columns: places in ``header``.
  public mutating func read(only columns: Set<Int>) {
    wanted = header.indices.map(columns.contains)
  }

  /// The next row that is whole, or `nil` at the end. Rows with nothing in them are passed over.
  public mutating func next() -> Row? {
    guard advance() else { return nil }
    return Row(
      line: reader.recordLine,
      cells: wanted.indices.map { wanted[$0] ? reader.text($0) : "" },
      cellLines: reader.fields.map(\.line))
  }

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
