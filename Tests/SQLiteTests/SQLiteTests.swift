import SQLite
import Testing

@Suite struct SmokeTests {
  @Test func `values come back as they went in`() throws {
    let db = try Connection(path: ":memory:", access: .create)
    try db.run(script: "CREATE TABLE t (a INTEGER, b TEXT, c BLOB) STRICT; -- end")
    #expect(try db.run("INSERT INTO t VALUES (?, ?, ?)", 1, "上\0海", [UInt8]()) == 1)
    try db.with("INSERT INTO t VALUES (?, ?, ?)") { statement in
      for i in 0..<3 {
        try statement.bind(1, i)
        try statement.bind(2, "x" as String?)
        try statement.bind(3, nil as String?)
        _ = try statement.step()
        statement.reset()
      }
    }
    let rows = try db.all("SELECT a, b, c FROM t ORDER BY rowid") { row in
      (row.int64(0), try row.text(1), row.blobOrNil(2))
    }
    #expect(rows.count == 4)
    #expect(rows[0] == (1, "上\0海", []))
    var total = 0
    try db.with("SELECT b FROM t") { statement in
      while let row = try statement.next() { total += row.utf8(0).count }
    }
    #expect(total == 10)
    #expect(try db.first("SELECT count(*) FROM t WHERE a > ?", 0) { $0.int64(0) } == 3)
    #expect(throws: SQLiteError.self) {
      try db.transaction { try db.run("INSERT INTO t VALUES (?, ?, ?)", "x", 1, 2) }
    }
  }

  @Test func `a transaction that ends well is kept`() throws {
    let db = try Connection(path: ":memory:", access: .create)
    try db.run(script: "CREATE TABLE t (a INTEGER) STRICT")
    try db.transaction { try db.run("INSERT INTO t VALUES (?)", 7) }
    #expect(try db.all("SELECT a FROM t") { $0.int64(0) } == [7])
  }
}
