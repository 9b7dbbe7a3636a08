import Domain
import Interchange

/// What an import took, how it read it, and what that changed.
public struct ImportReport: Sendable {
  /// One file.
  public struct File: Sendable {
    /// Its name, as the user wrote it.
    public let name: String
    /// The short name of the layout.
    public let layout: String
    /// What people call the layout.
    public let title: String
    /// `UTF-8`, `GB18030` or `UTF-16`; `XLSX` for a workbook.
    public let encoding: String
    /// `comma`, `semicolon`, `tab`, `JSON`, or the sheet: `sheet 博主列表`.
    public let form: String
    /// Rows or profiles.
    public let rows: Int
    /// Columns whose cells became values, in the order of the file.
    public let read: [String]
    /// Columns whose cells were kept as notes.
    public let kept: [String]
    /// Columns that the layout knows and does not need, and why.
    public let ignored: [(column: String, why: String)]
    /// Columns that the layout does not know: nothing of them was kept.
    public let unknown: [String]
    /// What the layout settled because the file does not say it.
    public let assumptions: [String]
    /// How many cells became notes and why, by reason.
    public let notes: [(reason: String, count: Int)]
  }

  /// The files in the order they were read.
  public let files: [File]
  /// Creators that are new.
  public let added: Int
  /// Creators of whom the book learnt something.
  public let updated: Int
  /// Creators of whom the lists said nothing new.
  public let unchanged: Int
  /// Whether nothing of it was kept.
  public let isDryRun: Bool
  /// The number of the change that it is in the log of the book; `nil` when nothing was new.
  public var change: Int64?
  /// How many rows were refused and left out.
  public private(set) var refusedRows = 0
  /// What is wrong with them, in the order of the files.
  public private(set) var refusals: [String] = []
  /// Whether these rows make a file; refused profiles are named, and stay in the files they are in.
  public var hasRejects: Bool { rejects != nil }
  /// These rows as they came; `nil` for none, and for profiles, which have no rows.
  private(set) var rejects: RejectedRows?

  init(
    _ readings: [CreatorReading], counts: (added: Int, updated: Int, unchanged: Int),
    isDryRun: Bool
  ) {
    files = readings.map(File.init)
    (added, updated, unchanged) = counts
    self.isDryRun = isDryRun
  }
}

extension ImportReport {
  /// Keeps what was left out.
  ///
  /// - Throws: ``Failure`` when the rows of several lists don't fit into one file.
  mutating func leaveOut(
    _ problems: ProblemList, files: [InputFile], _ readings: [CreatorReading],
    _ options: CreatorReading.Options
  ) throws {
    var byFile = Dictionary(grouping: problems.sorted, by: \.file)
    for (file, reading) in zip(files, readings) {
      guard let problems = byFile.removeValue(forKey: file.name) else { continue }
      refusals += problems.map(\.description)
      guard !reading.isJSON else {
        refusedRows += Set(problems.map(\.line)).count
        continue
      }
      let rows = try RejectedRows(
        of: file.bytes, file: file.name, options: options, problems: problems)
      refusedRows += rows.count
      guard let all = rejects?.adding(rows) ?? (rejects == nil ? rows : nil) else {
        throw Failure(
          .badInput, "the refused rows are of lists with other columns each",
          next: "import the lists one by one, each with a --rejects of its own")
      }
      rejects = all
    }
  }
}

extension ImportReport.File {
  init(_ reading: CreatorReading) {
    name = reading.file
    layout = reading.layout?.name ?? ""
    title = reading.layout?.title ?? ""
    encoding = reading.encoding?.name ?? "XLSX"
    form = reading.delimiter?.rawValue ?? reading.sheet.map { "sheet \($0)" } ?? "JSON"
    rows = reading.rows
    let columns = { (use: CreatorReading.Use) in
      reading.columns.filter { $0.use == use }.map { $0.header.isEmpty ? "(unnamed)" : $0.header }
    }
    read = columns(.read)
    kept = columns(.kept)
    unknown = columns(.unknown)
    ignored = reading.columns.compactMap { column in
      if case .ignored(let why) = column.use { (column.header, why) } else { nil }
    }
    assumptions = reading.assumptions + Self.rounded(reading.rounded)
    notes = CreatorRecord.Note.Reason.allCases.compactMap { reason in
      reading.notes[reason].map { (reason.rawValue, $0) }
    }
  }

  private static func rounded(_ count: Int) -> [String] {
    guard count > 0 else { return [] }
    return ["\(count == 1 ? "1 price" : "\(count) prices") rounded half up to a fen"]
  }

  var json: JSON {
    let texts = { (texts: [String]) in JSON.array(texts.map(JSON.string)) }
    return .object([
      .init("file", .string(name)), .init("layout", .string(layout)),
      .init("encoding", .string(encoding)), .init("form", .string(form)),
      .init("rows", .integer(rows)), .init("columns_read", texts(read)),
      .init("columns_kept_as_notes", texts(kept)),
      .init("columns_ignored", .object(ignored.map { .init($0.column, .string($0.why)) })),
      .init("columns_unknown", texts(unknown)), .init("assumptions", texts(assumptions)),
      .init("notes", .object(notes.map { .init($0.reason, .integer($0.count)) })),
    ])
  }
}

extension ImportReport {
  /// The report for machines.
  public func json() -> String {
    JSON.object([
      .init("added", .integer(added)), .init("updated", .integer(updated)),
      .init("unchanged", .integer(unchanged)), .init("dry_run", .bool(isDryRun)),
      .init("change", .optional(change)), .init("refused_rows", .integer(refusedRows)),
      .init("refusals", .array(refusals.map(JSON.string))),
      .init("files", .array(files.map(\.json))),
    ]).text()
  }

  /// The files as a list, in the order they were read.
  public var listing: Listing {
    Listing(
      columns: [
        .init("file", "File"), .init("layout", "Layout"), .init("encoding", "Encoding"),
        .init("form", "Form"), .init("rows", "Rows", .integer),
        .init("columns_unknown", "Not known", .list), .init("added", "Added", .integer),
        .init("updated", "Updated", .integer), .init("unchanged", "Unchanged", .integer),
        .init("refused_rows", "Refused", .integer), .init("change", "Change", .integer),
      ],
      rows: files.enumerated().map { place, file in
        // What it came to is of all files together, and stands in the row of the last one.
        let counts = [Int64(added), Int64(updated), Int64(unchanged), Int64(refusedRows), change]
        return [
          .text(file.name), .text(file.layout), .text(file.encoding), .text(file.form),
          .integer(Int64(file.rows)), .list(file.unknown),
        ] + counts.map { place == files.count - 1 ? Cell.optional($0) : .none }
      })
  }
}
