public import Domain

/// What an import of results took, and what looks wrong in it.
public struct ResultsReport: Sendable {
  /// One file.
  public struct File: Sendable {
    /// Its name, as the user wrote it.
    public let name: String
    /// How it was read: `Pugongying note batch, sheet 笔记批量数据`.
    public let form: String
    /// How many rows it has.
    public let rows: Int
    /// How many said something new.
    public let added: Int
    /// The import's number; `nil` when nothing was new.
    public let number: Int64?
    /// What looks wrong, with the number of rows and the first of them; in the order of the flags.
    public let flags: [(flag: ResultFlag, rows: Int, first: Int)]
    /// Columns that are not known: nothing of them was kept.
    public let unknown: [String]
    /// How many creators of its notes are not in the book.
    public let strangers: Int
    /// What else a person should know, in sentences.
    public let remarks: [String]
  }

  /// The files in the order they were read.
  public let files: [File]
  /// Whether nothing of it was kept.
  public let isDryRun: Bool

  /// What was read as a list: a row a file.
  public var listing: Listing {
    Listing(
      columns: [
        .init("file", "file"), .init("read_as", "read as"), .init("rows", "rows", .integer),
        .init("added", "new", .integer), .init("import", "import", .integer),
        .init("flags", "flags", .list), .init("strangers", "creators unknown", .integer),
        .init("columns_unknown", "not known", .list),
      ],
      rows: files.map { file in
        [
          .text(file.name), .text(file.form), .integer(Int64(file.rows)),
          .integer(Int64(file.added)), .optional(file.number),
          .list(file.flags.map { "\($0.flag.rawValue):\($0.rows)" }),
          .integer(Int64(file.strangers)), .list(file.unknown),
        ]
      })
  }
}
