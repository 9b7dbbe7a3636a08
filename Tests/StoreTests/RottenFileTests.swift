import Domain
import Foundation
import Ledger
import SQLite
import Testing

@testable import Store

/// Bytes of the file itself that change under the book, as on a failing disk.
@Suite struct RottenFileTests {
  private static let tables = ["journal", "journal_field", "transfer"]

  /// The pages of the ledger's tables, of the file that a book is.
  private func pages(_ book: TamperedBook) throws -> [Int] {
    try book.connection.run(script: "PRAGMA wal_checkpoint(TRUNCATE)")
    return try Self.tables.flatMap { table in
      try book.connection.all("SELECT pageno FROM dbstat WHERE name = ? ORDER BY pageno", table) {
        row in Int(row.int64(0))
      }
    }
  }

  /// All rows of the ledger as text, in the order of their keys; `nil` when SQLite can't read them.
  private func rows(_ connection: Connection) -> [[String]]? {
    try? Self.tables.map { table in
      let columns = try connection.all("SELECT name FROM pragma_table_info(?)", table) { row in
        "quote(\(try row.text(0)))"
      }
      return try connection.all(
        "SELECT \(columns.joined(separator: " || ',' || ")) FROM \(table) ORDER BY 1"
      ) { row in try row.text(0) }
    }
  }

  private func finds(_ connection: Connection, _ id: [UInt8]) -> Bool {
    do {
      var verifier = JournalVerifier(connection: connection, bookID: id, anchor: nil)
      return try !verifier.verify().findings.isEmpty
    } catch {
      return true
    }
  }

  @Test func `a byte that changes in the file is found wherever it changes what the rows say`()
    throws
  {
    let book = try TamperedBook()
    let pages = try pages(book)
    let sound = try #require(rows(book.connection))
    let whole = try Data(contentsOf: URL(filePath: book.folder.file("kolbook.db")))
    let path = book.folder.file("rotten.db")
    var numbers = Shifted(state: 7)
    var changed = 0
    for _ in 0..<240 {
      var bytes = whole
      let page = try #require(pages.randomElement(using: &numbers))
      let place = (page - 1) * 4_096 + Int.random(in: 0..<4_096, using: &numbers)
      bytes[place] ^= UInt8.random(in: 1...255, using: &numbers)
      try bytes.write(to: URL(filePath: path))
      guard let rotten = try? Connection(path: path, access: .readWrite) else { continue }
      let says = rows(rotten)
      if says != sound { changed += 1 }
      #expect(says == sound || finds(rotten, book.id), "byte \(place) of page \(page)")
    }
    #expect(changed > 40, "\(changed) changes of what the rows say")
  }
}

/// Numbers that come again with the same state.
struct Shifted: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    // Marsaglia's xorshift64.
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}
