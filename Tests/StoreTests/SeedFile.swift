import Foundation

/// A file of `seed/`, read by a small parser of the tests' own.
struct SeedFile {
  /// A cell by the name of its column.
  typealias Row = [String: String]

  let rows: [Row]

  init(_ name: String) throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(contentsOf: root.appending(path: "seed/\(name).csv"), encoding: .utf8)
    let table = Self.table(text)
    let header = table.first ?? []
    rows = table.dropFirst().map { Row(uniqueKeysWithValues: zip(header, $0)) }
  }

  private static func table(_ text: String) -> [[String]] {
    var table: [[String]] = []
    var row: [String] = []
    var cell = ""
    var isQuoted = false
    for character in text {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        row.append(cell)
        cell = ""
      case "\n" where !isQuoted:
        table.append(row + [cell])
        (row, cell) = ([], "")
      default: cell.append(character)
      }
    }
    return table
  }
}
