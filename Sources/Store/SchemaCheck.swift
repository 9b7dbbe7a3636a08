import Ledger
import SQLite

/// Compares what a book is made of with a book made anew: tables, views, indexes, triggers, accounts.
struct SchemaCheck {
  let connection: Connection

  /// A finding for each thing that is missing, changed or added, by kind and name.
  func findings() throws -> [Finding] {
    let fresh = try Connection(path: ":memory:", access: .create)
    try Migrator(connection: fresh, path: ":memory:", migrations: Migration.known).migrate(from: 0)
    let (wanted, found) = (try Self.parts(of: fresh), try Self.parts(of: connection))
    return Set(wanted.keys).union(found.keys).sorted().compactMap { name in
      switch (wanted[name], found[name]) {
      case (let one, let other) where one == other: nil
      case (.some, nil): Self.changed("\(name) is gone")
      case (nil, .some): Self.changed("\(name) is none of this program's")
      default: Self.changed("\(name) is not as this program makes it")
      }
    }
  }

  /// `trigger journal_kept` and the like with the text that made it, and the chart of accounts.
  private static func parts(of connection: Connection) throws -> [String: String] {
    // What SQLite keeps for itself, such as statistics, says nothing of the book.
    let rows = try connection.all(
      """
      SELECT type || ' ' || name, coalesce(sql, '') FROM sqlite_schema
      WHERE name NOT LIKE 'sqlite^_%' ESCAPE '^'
      UNION ALL SELECT 'account ' || account_no, name || ', ' || books FROM account
      """
    ) { row in (try row.text(0), try row.text(1)) }
    return Dictionary(rows) { first, _ in first }
  }

  private static func changed(_ what: String) -> Finding {
    Finding(
      code: .schemaChanged, order: nil, evidence: "\(what): the book is not protected as it was",
      next: nil)
  }
}
