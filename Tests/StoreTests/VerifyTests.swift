import Domain
import Foundation
import Ledger
import SQLite
import Testing

@testable import Store

/// What is changed in a book is found, and the first bad entry is named.
@Suite struct VerifyTests {
  /// A column of a row as it is, and what single-byte changes make of it.
  private struct Cell {
    let table: String
    let column: String
    let row: Int64
    let sequence: Int64
    let changes: [Change]
  }

  private enum Change {
    case number(Int64)
    case text([UInt8])
    case blob([UInt8])
  }

  /// The journal read whole, and in two halves.
  private static let rules = [
    JournalCut.Rule(), JournalCut.Rule(fewest: 2, isAtOnce: false),
  ]

  private static let columns: [(table: String, columns: [String])] = [
    (
      "journal",
      [
        "seq", "at_utc", "day", "recorded_utc", "actor", "type", "order_id", "reason", "key",
        "corrects_seq", "hash",
      ]
    ),
    ("journal_field", ["seq", "name", "value"]),
    ("transfer", ["seq", "line", "debit", "credit", "amount_fen"]),
  ]

  private func bytes(_ text: [UInt8], _ masks: [UInt8]) -> [[UInt8]] {
    text.indices.flatMap { place in
      masks.map { mask in
        var changed = text
        changed[place] ^= mask
        return changed
      }
    }
  }

  /// Each bit of the first entry changed, and one of each byte of the rest.
  private func changes(_ row: borrowing Row) throws -> [Change] {
    let masks: [UInt8] = row.int64(1) == 1 ? [1, 2, 4, 8, 16, 32, 64, 128] : [1]
    switch try row.text(3) {
    case "integer":
      let number = row.int64(2)
      return (0..<8).flatMap { place in
        masks.map { .number(number ^ Int64(truncatingIfNeeded: UInt64($0) << (8 * place))) }
      }
    case "text": return bytes(row.blob(2), masks).map(Change.text)
    case "blob": return bytes(row.blob(2), masks).map(Change.blob)
    default: return []
    }
  }

  /// Every cell; a table without row ids is addressed by its place in the order of its key.
  private func cells(_ book: TamperedBook) throws -> [Cell] {
    try Self.columns.flatMap { table, columns in
      try columns.flatMap { column in
        let key = table == "journal" ? "seq" : table == "transfer" ? "seq, line" : "seq, name"
        return try book.connection.all(
          """
          SELECT row_number() OVER (ORDER BY \(key)), seq, \(column), typeof(\(column))
          FROM \(table) ORDER BY \(key)
          """
        ) { row in
          Cell(
            table: table, column: column, row: row.int64(0), sequence: row.int64(1),
            changes: try changes(row))
        }
      }
    }
  }

  private func set(_ cell: Cell, _ change: Change, in book: TamperedBook) throws -> Bool {
    let key =
      cell.table == "journal" ? "seq" : cell.table == "transfer" ? "seq, line" : "seq, name"
    let place = "(SELECT \(key) FROM \(cell.table) ORDER BY \(key) LIMIT 1 OFFSET ?2)"
    let value = if case .text = change { "CAST(?1 AS TEXT)" } else { "?1" }
    let sql = "UPDATE \(cell.table) SET \(cell.column) = \(value) WHERE (\(key)) = \(place)"
    do {
      switch change {
      case .number(let number): try book.connection.run(sql, number, cell.row - 1)
      case .text(let bytes), .blob(let bytes): try book.connection.run(sql, bytes, cell.row - 1)
      }
      return true
    } catch {
      // Another row has this key: SQLite refuses whoever tries.
      guard error.primaryCode == ResultCode.constraint else { throw error }
      return false
    }
  }

  @Test(arguments: rules)
  func `every single-byte change of a row is found, and its entry named`(
    _ rule: JournalCut.Rule
  ) throws {
    let book = try TamperedBook(rule: rule)
    #expect(try book.findings() == [])
    var tried = 0
    for trigger in try book.connection.all(
      "SELECT name FROM sqlite_schema WHERE type = 'trigger'", as: { row in try row.text(0) })
    {
      try book.connection.run(script: "DROP TRIGGER \(trigger)")
    }
    for cell in try cells(book) {
      for change in cell.changes {
        try book.connection.run(script: "BEGIN")
        defer { try? book.connection.run(script: "ROLLBACK") }
        guard try set(cell, change, in: book) else { continue }
        tried += 1
        let bad = try book.firstBad()
        guard cell.column == "seq", case .number(let moved) = change else {
          try #require(
            bad == cell.sequence, "\(cell.table).\(cell.column) row \(cell.row): \(change)")
          continue
        }
        // A row with another number is missed where it was, or is too many where it is.
        try #require(bad == min(cell.sequence, moved), "\(cell.table) row \(cell.row) to \(moved)")
      }
    }
    #expect(tried > 12_000, "\(tried) changes")
  }

  @Test(arguments: rules)
  func `an entry that is deleted, inserted, or in another's place is found and named`(
    _ rule: JournalCut.Rule
  ) throws {
    let book = try TamperedBook(rule: rule)
    let run = { (sql: String) in { try book.connection.run(script: sql) } }
    let rows = ["journal", "journal_field", "transfer"]
    let cases: [(String, Int64)] = [
      (rows.map { "DELETE FROM \($0) WHERE seq = 31" }.joined(separator: ";"), 31),
      ("DELETE FROM journal WHERE seq = 31", 31),
      ("DELETE FROM transfer WHERE seq = 32 AND line = 4", 32),
      ("DELETE FROM transfer WHERE seq = 1", 1),
      ("DELETE FROM journal_field WHERE seq = 31 AND name = 'mcn'", 31),
      (
        "INSERT INTO journal SELECT 51, at_utc, day, recorded_utc, actor, type, order_id, reason, "
          + "NULL, NULL, hash FROM journal WHERE seq = 50", 51
      ),
      (
        rows.map {
          "UPDATE \($0) SET seq = -seq WHERE seq > 20; UPDATE \($0) SET seq = 1 - seq "
            + "WHERE seq < 0"
        }.joined(separator: ";")
          + "; INSERT INTO journal SELECT 21, at_utc, day, recorded_utc, actor, type, order_id, "
          + "reason, NULL, NULL, hash FROM journal WHERE seq = 20", 21
      ),
      (
        rows.map {
          "UPDATE \($0) SET seq = 1000 WHERE seq = 12; UPDATE \($0) SET seq = 12 WHERE "
            + "seq = 17; UPDATE \($0) SET seq = 17 WHERE seq = 1000"
        }.joined(separator: ";"), 12
      ),
      (
        "UPDATE transfer SET line = 9 WHERE seq = 2 AND line = 3; UPDATE transfer SET line = 3 "
          + "WHERE seq = 2 AND line = 4; UPDATE transfer SET line = 4 WHERE seq = 2 AND line = 9", 2
      ),
      ("UPDATE journal SET order_id = 'PGY-2' WHERE seq = 3", 3),
      ("UPDATE journal SET key = NULL WHERE seq = 4", 4),
      (
        "INSERT INTO journal_field VALUES (4, 'key', 'row-4'); "
          + "UPDATE journal SET key = NULL WHERE seq = 4",
        4
      ),
      ("UPDATE book SET book_id = zeroblob(16)", 1),
    ]
    for (sql, bad) in cases {
      let found = try book.after(run(sql)) { try book.findings() }
      if sql.contains("UPDATE book") { continue }
      #expect(
        found.first?.hasPrefix("CHAIN_BROKEN entry \(bad) is the first bad one") == true,
        "\(sql): \(found)")
    }
    #expect(try book.findings() == [])
  }

  @Test func `a dropped trigger, a changed table and a stranger's trigger are found`() throws {
    let book = try TamperedBook()
    let triggers = try book.connection.all(
      "SELECT name FROM sqlite_schema WHERE type = 'trigger'"
    ) { row in try row.text(0) }
    #expect(triggers.count > 10)
    for trigger in triggers {
      #expect(
        try look(book, "DROP TRIGGER \(trigger)") == [
          "SCHEMA_CHANGED trigger \(trigger) is gone: the book is not protected as it was"
        ])
    }
    #expect(
      try look(book, "CREATE TRIGGER mine AFTER INSERT ON orders BEGIN SELECT 1; END").count == 1)
    #expect(
      try look(book, "ALTER TABLE orders ADD COLUMN mine TEXT").first?
        .hasPrefix("SCHEMA_CHANGED table orders is not as") == true)
    #expect(
      try look(
        book,
        "DROP TRIGGER journal_kept; CREATE TRIGGER journal_kept BEFORE UPDATE ON journal "
          + "WHEN 0 BEGIN SELECT 1; END"
      ).count == 1)
    #expect(try look(book, "ANALYZE").isEmpty)
  }

  private func look(_ book: TamperedBook, _ sql: String) throws -> [String] {
    try book.connection.run(script: "BEGIN")
    defer { try? book.connection.run(script: "ROLLBACK") }
    try book.connection.run(script: sql)
    return try book.findings()
  }

  @Test(arguments: rules)
  func `an order that does not stand where the journal leads is found`(
    _ rule: JournalCut.Rule
  ) throws {
    let book = try TamperedBook(rule: rule)
    for change in [
      "UPDATE orders SET status = 'paid' WHERE order_id = 'PGY-3'",
      "UPDATE orders SET quote_fen = quote_fen + 1 WHERE order_id = 'PGY-3'",
      "UPDATE orders SET mcn = NULL WHERE order_id = 'PGY-3'",
      "UPDATE orders SET brand_bp = 10001 WHERE order_id = 'PGY-3'",
      "UPDATE orders SET creator_bp = -1 WHERE order_id = 'PGY-3'",
      "DELETE FROM orders WHERE order_id = 'PGY-3'",
    ] {
      let found = try look(book, change)
      #expect(found.count == 1 && found[0].contains("PGY-3"), "\(found)")
    }
  }

  @Test func `an anchor finds what a chain alone can't: entries cut off, all written anew`()
    throws
  {
    for rule in Self.rules { try anchor(in: try TamperedBook(rule: rule)) }
  }

  private func anchor(in book: TamperedBook) throws {
    let ledger = LedgerStore(connection: book.connection, rule: book.rule)
    let head = try ledger.verify().head
    #expect(head == (try ledger.head()))
    #expect(head.sequence == 50)
    #expect(try book.findings(anchor: head) == [])
    let genesis = ChainHead(sequence: 0, digest: Chain(bookID: book.id).digest)
    #expect(try book.findings(anchor: genesis) == [])
    let other = ChainHead(sequence: 20, digest: head.digest)
    #expect(try book.findings(anchor: other).first?.hasPrefix("HEAD_MISMATCH entry 20") == true)
    let cut = try book.after(
      {
        for table in ["journal", "journal_field", "transfer"] {
          try book.connection.run(script: "DELETE FROM \(table) WHERE seq > 45")
        }
        try book.connection.run(script: "DELETE FROM orders WHERE order_id = 'PGY-10'")
      }, { (try book.findings(), try book.findings(anchor: head)) })
    #expect(cut.0 == [], "without the anchor nobody can tell")
    #expect(cut.1.count == 1 && cut.1[0].hasPrefix("HEAD_MISMATCH the journal has no entry 50"))
  }

  @Test func `two connections, a half each, see what one sees`() throws {
    let book = try TamperedBook(rule: JournalCut.Rule(fewest: 2))
    let (whole, atOnce) = (
      LedgerStore(connection: book.connection),
      LedgerStore(connection: book.connection, rule: book.rule)
    )
    #expect(try atOnce.verify() == whole.verify())
    let quarter = try #require(Quarter("2026Q1"))
    let audits = try [whole, atOnce].map { ledger in
      var auditor = Auditor(quarter, schedule: FeeSchedule([]))
      try ledger.read(into: &auditor)
      return auditor.report { _, _ in CreatorFacts() }
    }
    #expect(audits[0] == audits[1])
    #expect(audits[0].orders.count == 10)
    // A change that this connection has not committed is its own: the other must not be believed.
    try book.connection.run(script: "BEGIN; DROP TRIGGER journal_kept")
    try book.connection.run("UPDATE journal SET hash = randomblob(32) WHERE seq = 25")
    #expect(try book.firstBad() == 25)
    try book.connection.run(script: "ROLLBACK; DROP TRIGGER journal_kept")
    try book.connection.run("UPDATE journal SET actor = 'other' WHERE seq = 40")
    #expect(try book.firstBad() == 40)
    try book.connection.run("UPDATE journal SET actor = 'other' WHERE seq = 10")
    #expect(try book.firstBad() == 10)
  }

  @Test func `a book from before the chain gets its hashes when it is opened`() throws {
    let new = try TamperedBook()
    let wanted = try LedgerStore(connection: new.connection).head()
    let old = Migration.known.prefix { !$0.beginsChain }
    let folder = try Folder()
    let path = folder.file("old.db")
    // The same rows without hashes, in a book of the earlier version.
    try Book.create(
      at: path, id: new.id, isDemo: false, now: Moment(utcSeconds: 1), migrations: Array(old)
    ) { _ in }
    do {
      let connection = try Connection(path: path, access: .readWrite)
      try connection.run("ATTACH ? AS new", new.folder.file("kolbook.db"))
      try connection.run(
        script: """
          INSERT INTO creator (creator_no, creator_id, nickname, added_utc)
          SELECT creator_no, creator_id, nickname, added_utc FROM new.creator;
          INSERT INTO orders SELECT * FROM new.orders;
          DROP TRIGGER journal_field_added; DROP TRIGGER transfer_added;
          INSERT INTO journal SELECT seq, at_utc, day, recorded_utc, actor, type, order_id, \
          reason, key, corrects_seq, NULL FROM new.journal ORDER BY seq;
          INSERT INTO journal_field SELECT * FROM new.journal_field;
          INSERT INTO transfer SELECT * FROM new.transfer;
          """)
      for trigger in ["journal_field_added", "transfer_added"] {
        let sql = try connection.first(
          "SELECT sql FROM new.sqlite_schema WHERE name = ?", trigger
        ) { row in try row.text(0) }
        try connection.run(script: try #require(sql))
      }
    }
    let book = try Book.open(at: path)
    #expect(try book.ledger.head() == wanted)
    #expect(try book.ledger.verify().findings == [])
  }
}
