import Domain
import Interchange
import Store

/// A file of the seed as rows of cells.
struct SeedTable {
  let header: [String]
  let rows: [[String]]

  /// - Throws: an error that names the line when the file is no table; a test reads every seed file.
  init(_ name: String) throws {
    var reader = try TableReader(Seed.bytes(name), file: name)
    var rows: [[String]] = []
    while let row = reader.next() { rows.append(row.cells) }
    guard reader.problems.isEmpty else { throw Failure(.failed, "seed \(name) can't be read") }
    (header, self.rows) = (reader.header, rows)
  }
}
