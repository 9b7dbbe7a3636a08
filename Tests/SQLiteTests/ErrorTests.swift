import SQLite
import Testing

@Suite struct ErrorTests {
  /// A table for every way to be refused.
  func schema() throws -> Connection {
    let db = try memory()
    try db.run(
      script: """
        CREATE TABLE parent (id INTEGER PRIMARY KEY) STRICT;
        CREATE TABLE t (
          id TEXT PRIMARY KEY,
          handle TEXT UNIQUE,
          name TEXT NOT NULL DEFAULT 'x',
          fee INTEGER CONSTRAINT fee_is_positive CHECK (fee > 0),
          parent INTEGER REFERENCES parent
        ) STRICT;
        CREATE TRIGGER frozen BEFORE DELETE ON t BEGIN SELECT RAISE(ABORT, 'rows stay'); END;
        INSERT INTO t (id, handle) VALUES ('1', 'h');
        """)
    return db
  }

  @Test(arguments: [
    ("INSERT INTO t (id) VALUES ('1')", 1555, "UNIQUE constraint failed: t.id"),
    ("INSERT INTO t (id, handle) VALUES (2, 'h')", 2067, "UNIQUE constraint failed: t.handle"),
    ("INSERT INTO t (id, name) VALUES (2, NULL)", 1299, "NOT NULL constraint failed: t.name"),
    ("INSERT INTO t (id, fee) VALUES (2, 0)", 275, "CHECK constraint failed: fee_is_positive"),
    ("INSERT INTO t (id, parent) VALUES (2, 9)", 787, "FOREIGN KEY constraint failed"),
    (
      "INSERT INTO t (id, fee) VALUES (2, 'x')", 3091,
      "cannot store TEXT value in INTEGER column t.fee"
    ),
    ("INSERT INTO t (rowid, id) VALUES (1, 2)", 2579, "UNIQUE constraint failed: t.rowid"),
    ("DELETE FROM t", 1811, "rows stay"),
  ])
  func `each constraint has its own code`(sql: String, code: Int32, message: String) throws {
    let db = try schema()
    let error = try sqliteError { try db.run(sql) }
    #expect(error?.code == code)
    #expect(error?.primaryCode == ResultCode.constraint)
    #expect(error?.message == message)
    #expect(error?.sql == sql)
  }

  @Test func `the names of the codes are the manual's numbers`() {
    #expect(ResultCode.constraintPrimaryKey == 1555)
    #expect(ResultCode.constraintUnique == 2067)
    #expect(ResultCode.constraintNotNull == 1299)
    #expect(ResultCode.constraintCheck == 275)
    #expect(ResultCode.constraintForeignKey == 787)
    #expect(ResultCode.constraintDatatype == 3091)
    #expect(ResultCode.constraintRowID == 2579)
    #expect(ResultCode.constraintTrigger == 1811)
    #expect(
      [
        ResultCode.error, ResultCode.busy, ResultCode.locked, ResultCode.readOnly,
        ResultCode.interrupt, ResultCode.ioError, ResultCode.corrupt, ResultCode.full,
        ResultCode.cannotOpen, ResultCode.tooBig, ResultCode.constraint, ResultCode.mismatch,
        ResultCode.misuse, ResultCode.range, ResultCode.notADatabase,
      ] == [1, 5, 6, 8, 9, 10, 11, 13, 14, 18, 19, 20, 21, 25, 26])
  }

  @Test func `a bound value is never in an error's text`() throws {
    let db = try schema()
    try db.run(script: "CREATE VIRTUAL TABLE search USING fts5 (name)")
    var random = Seeded(state: 8)
    for _ in 0..<300 {
      let secret = "1\(random.next() % 10_000_000_000)"
      let texts = [secret, "$.\(secret)[", "\(secret):x", "\"\(secret)", "{\(secret)"]
      for text in texts {
        for sql in Self.refusing {
          let error = try sqliteError { try db.run(sql, text) }
          if let error { #expect(!error.description.contains(secret), "\(error)") }
        }
      }
      let number = try sqliteError {
        try db.run("INSERT INTO parent VALUES (abs(-?1)), (?1)", secret)
      }
      #expect(number?.primaryCode == ResultCode.constraint)
      #expect(number?.description.contains(secret) == false)
    }
  }

  /// One parameter each; for some value SQLite's own sentence would quote it, or a rule refuses.
  static let refusing = [
    "INSERT INTO t (id, name) VALUES ('1', ?)",
    "INSERT INTO t (id, handle) SELECT ?1, ?1 UNION ALL SELECT ?1, ?1",
    "INSERT INTO t (id, fee) VALUES (2, ?)",
    "INSERT INTO t (id, fee) VALUES (2, -abs(?))",
    "INSERT INTO t (id, parent) VALUES (2, abs(?))",
    "SELECT json_extract('{}', ?)",
    "SELECT json(?)",
    "SELECT * FROM search WHERE search MATCH ?",
    "SELECT date('now', ?), printf(?1)",
    "ATTACH '/nowhere/' || ? AS other",
    "SELECT 1 WHERE 'a' LIKE 'b' ESCAPE ?",
    "SELECT load_extension(?)",
    "INSERT INTO search (search) VALUES (?)",
    "INSERT INTO search (search, rank) VALUES ('rank', ?)",
  ]

  @Test func `a search expression that FTS5 can't read is a plain error`() throws {
    let db = try schema()
    try db.run(script: "CREATE VIRTUAL TABLE search USING fts5 (name)")
    let error = try sqliteError {
      _ = try db.all("SELECT name FROM search WHERE search MATCH ?", "\"13800000000") { $0.count }
    }
    #expect(error?.code == ResultCode.error)
    #expect(error?.message == "SQL logic error")
  }

  @Test func `after an error the statement is ready again, its values kept`() throws {
    let db = try schema()
    try db.with("INSERT INTO t (id, name) VALUES (?, ?)") { statement in
      try statement.bind(1, "1")
      try statement.bind(2, "kept")
      let error = try sqliteError { _ = try statement.step() }
      #expect(error?.code == ResultCode.constraintPrimaryKey)
      try statement.bind(1, "2")
      _ = try statement.step()
    }
    #expect(try db.first("SELECT name FROM t WHERE id = '2'") { row in try row.text(0) } == "kept")
  }

  @Test func `a full database says so, and keeps what it had`() throws {
    let folder = try TemporaryFolder()
    let db = try Connection(path: folder.file("small.db"), access: .create)
    try db.run(script: "CREATE TABLE t (a BLOB); PRAGMA max_page_count = 20")
    try db.run("INSERT INTO t VALUES (?)", [UInt8](repeating: 1, count: 1_000))
    let error = try sqliteError {
      try db.transaction {
        for _ in 0..<100 {
          try db.run("INSERT INTO t VALUES (?)", [UInt8](repeating: 2, count: 4_000))
        }
      }
    }
    #expect(error?.code == ResultCode.full)
    #expect(error?.message == "database or disk is full")
    #expect(try db.all("SELECT length(a) FROM t") { $0.int64(0) } == [1_000])
    try db.transaction { try db.run("INSERT INTO t VALUES (?)", [UInt8]()) }
    #expect(try db.first("SELECT count(*) FROM t") { $0.int64(0) } == 2)
  }

  @Test func `a value too big for SQLite is refused`() throws {
    let db = try memory()
    let error = try sqliteError {
      _ = try db.first("SELECT zeroblob(?)", 2_000_000_000) { $0.count }
    }
    #expect(error?.code == ResultCode.tooBig)
  }
}
