import Domain

/// How a list would be read and why, by its header and its first rows.
public struct ListExplanation: Sendable {
  /// A layout that knows some of the columns.
  public struct Candidate: Sendable {
    /// The short name of the layout.
    public let name: String
    /// What people call it.
    public let title: String
    /// How many of the columns it knows.
    public let known: Int
    /// Groups of headers of which it needs one each and the file has none; with any it is not taken.
    public let lacks: [[String]]
  }

  /// One column.
  public struct Column: Sendable {
    /// Its header, or the name of the JSON member.
    public let header: String
    /// What becomes of it; `nil` as long as no layout fits.
    public let use: CreatorReading.Use?
    /// What it means, by the name of a ``Field``; `nil` for nothing.
    public let field: String?
    /// The first of its cells that says something, as it is; `nil` when none does.
    public let sample: String?
    /// What the sample is read as, or what was wanted in its place; `nil` when nothing is made of it.
    public let becomes: String?
  }

  /// So many rows are looked at.
  public static let rowsLookedAt = 100

  /// What reading those rows came to.
  public let reading: CreatorReading
  /// The line of the header, the lowest if it has several; `nil` for JSON, and when there is none.
  public let headerLine: Int?
  /// The layouts that know a column or more: those that fit before others, then by how many they know.
  public let candidates: [Candidate]
  /// In the order of the file.
  public let columns: [Column]

  /// Explains a file.
  public init(_ raw: [UInt8], file: String, options: CreatorReading.Options = .init()) {
    var options = options
    options.mostRows = Self.rowsLookedAt
    reading = CreatorListReader.read(raw, file: file, options: options) { _, _ in }
    let sample = (try? ListSample(raw, file: file, options)) ?? ListSample()
    headerLine = sample.headerLine
    let matches = LayoutMatch.all(for: sample.headers, options)
    candidates = matches.map { match in
      .init(
        name: match.layout.name, title: match.layout.title, known: match.score, lacks: match.lacks)
    }
    let match = matches.first { $0.lacks.isEmpty }
    let isJSON = reading.isJSON
    columns = sample.headers.indices.map { place in
      let meaning = match?.meanings[place]
      let cell = sample.firstCell(place, nothing: match?.layout.nothing ?? [])
      return Column(
        header: sample.headers[place], use: match.map { _ in CreatorListReader.use(of: meaning) },
        field: meaning?.field, sample: cell,
        becomes: match.flatMap { match in
          guard let cell, let meaning else { return nil }
          var rules = RowRules(rounding: options.rounding, brandFee: options.brandFee)
          rules.formatOfFee = .image
          if match.layout.isOurOwn { rules.cells = isJSON ? .exact : .guarded }
          return CellReading(cell, meaning, sample.headers[place], match.layout, rules).words
        })
    }
  }
}

/// The header of a list and its first rows.
private struct ListSample {
  private(set) var headers: [String] = []
  private(set) var headerLine: Int?
  private var rows: [[String]] = []

  init() {}

  init(_ raw: [UInt8], file: String, _ options: CreatorReading.Options) throws {
    if Workbook.isOne(raw) {
      take(try CreatorListReader.table(workbook: raw, file, options), options.mostRows)
      return
    }
    let text = try DecodedText(raw, file: file, as: options.encoding)
    guard CreatorListReader.isJSON(text.bytes) else {
      take(try CreatorListReader.table(text, file, options), options.mostRows)
      return
    }
    let creators = JSONRows.rows(in: try LocatedJSON(text.bytes)).prefix(options.mostRows)
    headers = JSONRows.names(in: Array(creators))
    rows = creators.map { creator in headers.map { creator[$0]?.cell ?? "" } }
  }

  private mutating func take(_ table: TableReader, _ most: Int) {
    var table = table
    (headers, headerLine) = (table.header, table.headerLine)
    while rows.count < most, let row = table.next() { rows.append(row.cells) }
  }

  func firstCell(_ place: Int, nothing: Set<String>) -> String? {
    rows.lazy.map { $0[place] }.first { cell in
      CellText.value(cell).map { !nothing.contains($0) } ?? false
    }
  }
}
