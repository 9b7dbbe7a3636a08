import Domain
import Interchange
import Store

/// The Pugongying order numbers of a shortlist's picks, as a person collected them.
struct NumbersFile {
  /// Which pick a number is for.
  struct Pick: Hashable {
    let creator: CreatorID
    let format: NoteFormat
  }

  /// One row.
  struct Row {
    let line: Int
    let pick: Pick
    let number: String
  }

  /// In the order of the file.
  let rows: [Row]

  /// Reads a CSV file with the columns `creator_id`, `format` and `order`.
  ///
  /// - Throws: ``Failure`` of kind `badInput` with every problem and its line.
  init(_ bytes: [UInt8], file: String) throws {
    var reader: TableReader
    do {
      reader = try TableReader(bytes, file: file)
    } catch {
      throw Failure(.badInput, "\(error)")
    }
    let header = reader.header.map { Key.normalised($0).lowercased() }
    let place = { (names: [String]) in header.firstIndex { names.contains($0) } }
    guard let creator = place(["creator_id", "creator"]), let format = place(["format"]),
      let order = place(["order", "number", "订单id", "订单号"])
    else {
      throw Failure(
        .badInput,
        "\(file): wanted the columns creator_id, format and order, found "
          + reader.header.joined(separator: ", "))
    }
    var rows: [Row] = []
    var problems: [String] = []
    while let row = reader.next() {
      let number = Key.normalised(row.cells[order])
      guard let kind = NoteFormat(Key.normalised(row.cells[format])), !number.isEmpty else {
        let found = ImportProblem.quoted(row.cells[number.isEmpty ? order : format])
        let wanted =
          number.isEmpty ? "order: wanted an order number" : "format: wanted image or video"
        problems.append("\(file):\(row.line): \(wanted), found \(found)")
        continue
      }
      let id = CreatorID(Key.normalised(row.cells[creator]))
      rows.append(Row(line: row.line, pick: Pick(creator: id, format: kind), number: number))
    }
    problems += reader.problems.sorted.map { "\($0)" }
    guard problems.isEmpty else {
      throw Failure(
        .badInput, "\(file): problems in \(problems.count) lines; nothing was booked",
        details: problems, next: "correct these lines")
    }
    self.rows = rows
  }
}
