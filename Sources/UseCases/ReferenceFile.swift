import Domain
import Interchange
import Store

/// Reads rows of a reference table from CSV.
struct ReferenceFile {
  private let table: ReferenceTable
  private let today: Day
  private let actor: String

  init(_ table: ReferenceTable, today: Day, actor: String) {
    (self.table, self.today, self.actor) = (table, today, actor)
  }

  /// The rows in the table's columns.
  ///
  /// - Throws: ``Failure`` of kind `badInput` with every problem of the file.
  func rows(of file: InputFile) throws -> [[String?]] {
    var reader: TableReader
    var problems = ProblemList()
    do {
      reader = try TableReader(file.bytes, file: file.name)
    } catch {
      problems.add(error)
      throw failure(problems)
    }
    let places = places(reader, &problems)
    var rows: [[String?]] = []
    while let row = reader.next() {
      rows.append(cells(row, places, file.name, &problems))
    }
    problems.add(reader.problems)
    guard problems.isEmpty else { throw failure(problems) }
    return rows
  }

  /// Where in the file each column of the table is; a header that is none of them is a problem.
  private func places(_ reader: TableReader, _ problems: inout ProblemList) -> [String: Int] {
    var places: [String: Int] = [:]
    for (place, header) in reader.header.enumerated() {
      let name = Key.normalised(header).lowercased()
      if table.columns.contains(name), places.updateValue(place, forKey: name) == nil { continue }
      problems.add(
        ImportProblem(
          file: reader.file, line: reader.headerLine, found: "the column \(header)",
          wanted: "each once of \(table.columns.joined(separator: ", "))"))
    }
    return places
  }

  private func cells(
    _ row: TableReader.Row, _ places: [String: Int], _ file: String, _ problems: inout ProblemList
  ) -> [String?] {
    table.columns.map { column in
      let text = places[column].map { Key.normalised(FormulaGuard.unguarded(row.cells[$0])) } ?? ""
      if text.isEmpty { return standIn(column) }
      guard let wanted = wanted(column, text) else {
        if column.isDay, let day = Day(text) { return "\(day)" }
        return text
      }
      problems.add(
        ImportProblem(
          file: file, line: places[column].map { row.cellLines[$0] } ?? row.line, column: column,
          found: ImportProblem.quoted(text), wanted: wanted))
      return nil
    }
  }

  /// What an empty cell means.
  private func standIn(_ column: String) -> String? {
    switch column {
    case "source": actor
    case "as_of": "\(today)"
    default: nil
    }
  }

  /// What the column wants instead of the text; `nil` when the text will do.
  private func wanted(_ column: String, _ text: String) -> String? {
    switch ReferenceRows.kind(column) {
    case .money where Int64(text) == nil: "a whole number of fen, such as 300000 for ¥3,000"
    case .basisPoints where Int64(text) == nil:
      "a whole number of basis points, such as 1000 for 10%"
    case .integer where Int64(text) == nil: "a whole number"
    case .text where column.isDay && Day(text) == nil: "a day, such as 2026-08-03"
    case .text where column == "cny_per_usd" && (try? DollarRate(from: today, text: text)) == nil:
      "yuan for a dollar, such as 7.1234"
    case .basisPoints where table == .mcnShare && !(0...10_000).contains(Int64(text) ?? 0):
      "0 through 10000 basis points"
    case .text where column == "band" && Band(rawValue: text) == nil: "koc, mid or head"
    case .text where column == "side" && FeeRate.Side(rawValue: text) == nil: "brand or creator"
    case .text where column == "mode" && FeeRate.Mode(rawValue: text) == nil:
      "standard or boosted"
    default: nil
    }
  }

  private func failure(_ problems: ProblemList) -> Failure {
    Failure(
      .badInput, "the table \(table.rawValue) was not changed",
      details: problems.sorted.map(\.description),
      next: "see its columns with: kolbook reference show \(table.rawValue) --format csv")
  }
}

extension String {
  /// Whether a column of this name holds days.
  fileprivate var isDay: Bool { self == "as_of" || self == "from_date" }
}
