public import Domain

/// What was read from one file, and how.
public struct CreatorReading: Sendable {
  /// What became of a column.
  public enum Use: Hashable, Sendable {
    /// Its cells became values.
    case read
    /// Its cells are kept as notes.
    case kept
    /// The layout knows it and doesn't need it; why.
    case ignored(String)
    /// The layout doesn't know it: nothing of it is kept.
    case unknown
  }

  /// A column and what became of it.
  public struct Column: Hashable, Sendable {
    /// The header, or the name of the JSON member.
    public let header: String
    /// What became of it.
    public let use: Use
  }

  /// How a file is to be read, where the user says so.
  public struct Options: Sendable {
    /// The layout; `nil` to recognise it.
    public var layout: Layout?
    /// The layouts to recognise it among.
    public var layouts = Layout.all
    /// What columns mean, whatever the layout says.
    public var maps: [ColumnMap] = []
    /// How many rows are read at most.
    var mostRows = Int.max
    /// The encoding; `nil` to find out.
    public var encoding: TextEncoding?
    /// The delimiter; `nil` to find out.
    public var delimiter: CSVDelimiter?
    /// The sheet of a workbook; `nil` for the one whose header fits.
    public var sheet: String?
    /// The brand-side fee, to take it out of prices that have it in; `nil` leaves them as notes.
    public var brandFee: Share?

    /// What becomes of prices finer than a fen.
    public var rounding = FenRounding.refuse

    /// Nothing said.
    public init() {}
  }

  /// The file, as the user named it.
  public let file: String
  /// The layout; `nil` when it was not recognised.
  public internal(set) var layout: Layout?
  /// The sheet of a workbook that was read; `nil` for text.
  public internal(set) var sheet: String?
  /// The encoding; `nil` when the bytes were no text.
  public internal(set) var encoding: TextEncoding?
  /// Whether it is JSON.
  public internal(set) var isJSON = false
  /// What parts the columns; `nil` for JSON and workbooks.
  public internal(set) var delimiter: CSVDelimiter?
  /// The columns in the order of the file.
  public internal(set) var columns: [Column] = []
  /// How many rows or profiles there were, broken ones included.
  public internal(set) var rows = 0
  /// What the layout settles because the file doesn't say it, in sentences.
  public internal(set) var assumptions: [String] = []
  /// How many cells became notes, and why.
  public internal(set) var notes: [CreatorRecord.Note.Reason: Int] = [:]
  /// How many prices were finer than a fen and rounded.
  public internal(set) var rounded = 0
  /// What could not be read.
  public internal(set) var problems = ProblemList()

  /// Whether whatever could not be read is a row, and the list as a whole is sound.
  public var hasOnlyRowProblems: Bool {
    problems.isEmpty || (rows > 0 && problems.kept.allSatisfy { $0.line > 0 })
  }

  init(file: String) { self.file = file }
}
