import SQLite
import Testing

@Suite struct InterruptTests {
  static let endless = """
    WITH RECURSIVE n (a) AS (SELECT 1 UNION ALL SELECT a + 1 FROM n) SELECT max(a) FROM n
    """

  @Test func `an endless query stops when the check says so`() throws {
    let db = try memory()
    var asked = 0
    db.interrupt {
      asked += 1
      return asked > 3
    }
    let error = try sqliteError { _ = try db.first(Self.endless) { $0.int64(0) } }
    #expect(error?.code == ResultCode.interrupt)
    #expect(asked == 4)
  }

  @Test func `a transaction that is stopped is undone, and the connection goes on`() throws {
    let db = try memory()
    try db.run(script: "CREATE TABLE t (a INTEGER) STRICT")
    var stop = true
    db.interrupt { stop }
    let error = try sqliteError {
      try db.transaction {
        try db.run("INSERT INTO t VALUES (?)", 1)
        try db.run(Self.endless)
      }
    }
    #expect(error?.code == ResultCode.interrupt)
    stop = false
    #expect(try db.first("SELECT count(*) FROM t") { $0.int64(0) } == 0)
    try db.transaction { try db.run("INSERT INTO t VALUES (?)", 2) }
    #expect(try db.all("SELECT a FROM t") { $0.int64(0) } == [2])
  }

  @Test func `a transaction says interrupted only if nothing was kept`() throws {
    let db = try memory()
    try db.run(script: "CREATE TABLE t (a INTEGER) STRICT")
    db.interrupt { true }
    // Cached BEGIN and COMMIT add up their instructions, so each meets the check now and then.
    var kept: Int64 = 0
    for value in 0..<20_000 {
      let error = try sqliteError {
        try db.transaction { try db.run("INSERT INTO t VALUES (?)", value) }
      }
      if error == nil { kept += 1 } else { #expect(error?.code == ResultCode.interrupt) }
    }
    db.interrupt { false }
    #expect(kept < 20_000)
    #expect(try db.first("SELECT count(*) FROM t") { $0.int64(0) } == kept)
  }
}
