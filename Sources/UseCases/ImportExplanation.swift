public import Domain
import Interchange

/// How a list would be imported and why; no book is needed for it, and nothing is kept.
public struct ImportExplanation: Sendable {
  /// The file, as the user wrote it.
  public let file: String
  private let list: ListExplanation
  private let report: ImportReport.File

  /// Explains a file, with the service fee as shipped.
  ///
  /// - Throws: ``Failure`` when the options don't fit together.
  public init(_ file: InputFile, _ options: ImportOptions, today: Day) throws {
    let fee = try SeedReference.feeSchedule().share(
      .brand, .standard, on: options.asOf ?? today)
    self.file = file.name
    list = ListExplanation(file.bytes, file: file.name, options: try options.reading(brandFee: fee))
    report = .init(list.reading)
  }

  /// What is wrong with the first rows, a line each.
  public var problems: [String] { list.reading.problems.sorted.map(\.description) }

  /// How it would be read, in sentences: the bytes, then the layouts.
  public var sentences: [String] {
    var words = ["\(file): \(report.encoding)", report.form]
    if list.reading.delimiter != nil { words[1] += " between columns" }
    if let line = list.headerLine { words.append("header in line \(line)") }
    words.append(Self.count(list.columns.count, "column"))
    return [words.joined(separator: ", ")] + list.candidates.prefix(4).map(layout)
      + report.assumptions
  }

  private func layout(_ candidate: ListExplanation.Candidate) -> String {
    let isTaken = candidate.name == list.reading.layout?.name
    var words = isTaken ? "layout" : candidate.lacks.isEmpty ? "fits too" : "doesn't fit"
    if list.reading.layout == nil, candidate.lacks.isEmpty { words = "fits" }
    words += ": \(candidate.title) (\(candidate.name)), knows \(candidate.known)"
    for group in candidate.lacks {
      let rest = group.count > 4 ? " …" : ""
      words += ", wants \(group.prefix(4).joined(separator: " or "))\(rest)"
    }
    return words
  }

  /// What to type next.
  public var next: String {
    guard list.reading.layout == nil, !list.columns.isEmpty else {
      return "the same command without --explain"
        + (problems.isEmpty ? "" : ", once it is corrected")
    }
    let column = list.columns.first { !$0.header.isEmpty }?.header ?? "COLUMN"
    return CommandText.line("import", file, "--map", "\(column)=FIELD")
      + ", or with --layout-file; the fields: kolbook reference show field"
  }

  /// What the problems are of: `the first 100 rows: no problem`.
  public var verdict: String {
    let rows = list.reading.rows
    let which =
      rows < ListExplanation.rowsLookedAt ? Self.count(rows, "row") : "the first \(rows) rows"
    return which + ": "
      + (list.reading.problems.isEmpty
        ? "no problem" : Self.count(list.reading.problems.count, "problem"))
  }

  private static func count(_ number: Int, _ word: String) -> String {
    "\(Grouped.text(Int64(number))) \(word)\(number == 1 ? "" : "s")"
  }

  /// The columns in the order of the file: what each means, and what its first cell becomes.
  public var listing: Listing {
    Listing(
      columns: [
        .init("file", "File"), .init("column", "Column"), .init("use", "Use"),
        .init("field", "Field"), .init("sample", "Sample"), .init("becomes", "Becomes"),
      ],
      rows: list.columns.map { column in
        [
          .text(file), .text(column.header.isEmpty ? "(unnamed)" : column.header),
          .text(Self.words(column.use)), .optional(column.field), .optional(column.sample),
          .optional(Self.becomes(column)),
        ]
      })
  }

  private static func words(_ use: CreatorReading.Use?) -> String {
    switch use {
    case .read: "read"
    case .kept: "note"
    case .ignored: "ignored"
    case .unknown: "not known"
    case nil: "-"
    }
  }

  private static func becomes(_ column: ListExplanation.Column) -> String? {
    if case .ignored(let why) = column.use { return "nothing: \(why)" }
    return column.use == .unknown ? "nothing" : column.becomes
  }

  var json: JSON {
    let texts = { (texts: [String]) in JSON.array(texts.map(JSON.string)) }
    return .object([
      .init("file", .string(file)), .init("encoding", .string(report.encoding)),
      .init("form", .string(report.form)),
      .init("header_line", list.headerLine.map(JSON.integer) ?? .null),
      .init("layout", list.reading.layout.map { .string($0.name) } ?? .null),
      .init(
        "layouts",
        .array(
          list.candidates.map { candidate in
            .object([
              .init("name", .string(candidate.name)), .init("title", .string(candidate.title)),
              .init("columns_known", .integer(candidate.known)),
              .init("wants", .array(candidate.lacks.map(texts))),
            ])
          })),
      .init("columns", listing.without("file").value),
      .init("assumptions", texts(report.assumptions)),
      .init("rows_looked_at", .integer(list.reading.rows)), .init("problems", texts(problems)),
    ])
  }

  /// Explanations for machines.
  public static func json(_ explanations: [ImportExplanation]) -> String {
    JSON.array(explanations.map(\.json)).text()
  }
}
