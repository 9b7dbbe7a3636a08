import SQLite
import Testing

@Suite struct StatementTests {
  /// Expects that `body` throws exactly `code`.
  func refuse(_ code: Int32, _ body: () throws -> Void) throws {
    let error = try sqliteError(body)
    #expect(error?.code == code)
  }

  @Test(arguments: [
    "SELECT 1; SELECT 2", "SELECT 1; x", "SELECT 1;\0", "SELECT 1\0", "SELECT 1; /* a */ 2",
    "SELECT 1; 'open",
  ])
  func `text after the first statement is refused`(sql: String) throws {
    let error = try sqliteError { try memory().run(sql) }
    #expect(error?.code == ResultCode.misuse)
    #expect(error?.message == "text follows the first statement")
    #expect(error?.sql == sql)
  }

  @Test(arguments: ["SELECT 1;", "SELECT 1 -- one", "SELECT 1; /* a */ -- b\n\t ", "SELECT 1;;"])
  func `comments and white space may follow`(sql: String) throws {
    #expect(try memory().first(sql) { $0.int64(0) } == 1)
  }

  @Test(arguments: ["", " \n", ";", "-- nothing", "/* nothing */", "/* open"])
  func `SQL without a statement is refused`(sql: String) throws {
    let error = try sqliteError { try memory().run(sql) }
    #expect(error?.code == ResultCode.misuse)
    #expect(error?.message == "the SQL holds no statement")
  }

  @Test func `an error in the SQL says what and where`() throws {
    let db = try memory()
    let missing = try sqliteError { try db.run("SELECT a FROM nowhere") }
    #expect(missing?.code == ResultCode.error)
    #expect(
      missing?.description
        == "no such table: nowhere (SQLite 1) in: SELECT a FROM nowhere")
    let quoted = try sqliteError { try db.run(#"SELECT "text""#) }
    #expect(quoted?.message == "no such column: text")
  }

  @Test func `a parameter out of range is refused`() throws {
    let db = try memory()
    try db.with("SELECT ?, ?") { statement in
      #expect(statement.parameterCount == 2)
      for index in [Int32.min, -1, 0, 3, Int32.max] {
        try refuse(ResultCode.range) { try statement.bind(index, 1) }
        try refuse(ResultCode.range) { try statement.bind(index, "x") }
        try refuse(ResultCode.range) { try statement.bindNull(index) }
      }
    }
  }

  @Test func `a column out of range stops the program`() async {
    await #expect(processExitsWith: .failure) {
      _ = try memory().first("SELECT 1") { $0.int64(1) }
    }
    await #expect(processExitsWith: .failure) {
      _ = try memory().first("SELECT 1") { row in try row.text(-1) }
    }
  }

  @Test func `as many values as parameters`() throws {
    let db = try memory()
    for error in [
      try sqliteError { try db.run("SELECT ?") },
      try sqliteError { try db.run("SELECT ?", 1, 2) },
      try sqliteError { _ = try db.all("SELECT ?", 1, 2) { $0.int64(0) } },
      try sqliteError { _ = try db.first("SELECT ?, ?2", 1) { $0.int64(0) } },
    ] {
      #expect(error?.code == ResultCode.misuse)
    }
  }

  @Test func `binding while the statement runs is misuse, after reset it is not`() throws {
    let db = try memory()
    try db.with("SELECT ?") { statement in
      try statement.bind(1, 1)
      let hasRow = try statement.step()
      #expect(hasRow)
      try refuse(ResultCode.misuse) { try statement.bind(1, 2) }
      statement.reset()
      try statement.bind(1, 2)
      let value = try statement.next()?.int64(0)
      #expect(value == 2)
    }
  }

  @Test func `reset and the next loan leave no value behind`() throws {
    let db = try memory()
    let sql = "SELECT ?1, ?2"
    try db.with(sql) { statement in
      try statement.bind(1, "secret")
      try statement.bind(2, 7)
      _ = try statement.step()
      statement.reset()
      let isNull = try statement.next()?.isNullRow
      #expect(isNull == true)
      statement.reset()
      try statement.bind(1, "again")
    }
    try db.with(sql) { statement in
      let isNull = try statement.next()?.isNullRow
      #expect(isNull == true)
    }
    struct Stop: Error {}
    #expect(throws: Stop.self) {
      try db.with(sql) { statement in
        try statement.bind(1, "thrown")
        _ = try statement.step()
        throw Stop()
      }
    }
    let isNull = try db.with(sql) { statement in try statement.next()?.isNull(0) }
    #expect(isNull == true)
  }

  @Test func `the same SQL can be used inside its own use`() throws {
    let db = try memory()
    try db.run(script: "CREATE TABLE t (parent INTEGER, name TEXT) STRICT")
    for (parent, name) in [(0, "a"), (1, "b"), (1, "c"), (2, "d")] {
      try db.run("INSERT INTO t VALUES (?, ?)", parent, name)
    }
    func names(under parent: Int64) throws -> String {
      try db.all("SELECT rowid, name FROM t WHERE parent = ? ORDER BY rowid", parent) { row in
        try row.text(1) + "(" + names(under: row.int64(0)) + ")"
      }.joined()
    }
    for _ in 0..<3 { #expect(try names(under: 0) == "a(b(d())c())") }
  }

  @Test func `two loans that trade their statements end well`() throws {
    let db = try memory()
    try db.with("SELECT ?") { outer in
      try outer.bind(1, 1)
      try db.with("SELECT ? + 10") { inner in
        try inner.bind(1, 1)
        swap(&outer, &inner)
      }
      let value = try outer.next()?.int64(0)
      #expect(value == 11)
    }
    #expect(try db.first("SELECT ?", 5) { $0.int64(0) } == 5)
    #expect(try db.first("SELECT ? + 10", 5) { $0.int64(0) } == 15)
  }

  @Test func `texts that Swift calls equal are two statements`() throws {
    let db = try memory()
    let (composed, decomposed) = ("SELECT length('\u{e9}')", "SELECT length('e\u{301}')")
    try #require(composed == decomposed)
    #expect(try db.first(composed) { $0.int64(0) } == 1)
    #expect(try db.first(decomposed) { $0.int64(0) } == 2)
  }

  @Test func `thousands of different statements are no problem`() throws {
    let db = try memory()
    for number in 0..<3_000 {
      #expect(try db.first("SELECT \(number)") { $0.int64(0) } == Int64(number))
    }
  }

  @Test func `a cached statement follows the schema`() throws {
    let db = try memory()
    try db.run(script: "CREATE TABLE t (a); INSERT INTO t VALUES (1)")
    #expect(try db.first("SELECT * FROM t") { $0.count } == 1)
    try db.run(script: "ALTER TABLE t ADD COLUMN b")
    #expect(try db.first("SELECT * FROM t") { $0.count } == 2)
    try db.run(script: "DROP TABLE t")
    #expect(try sqliteError { try db.run("SELECT * FROM t") }?.message == "no such table: t")
  }

  @Test func `run says how many rows it changed, and 0 where it changes none`() throws {
    let db = try memory()
    #expect(try db.run("CREATE TABLE t (a INTEGER) STRICT") == 0)
    #expect(try db.run("INSERT INTO t VALUES (1), (2), (3)") == 3)
    #expect(db.lastInsertedRowID == 3)
    #expect(try db.run("SELECT a FROM t") == 0)
    #expect(try db.run("UPDATE t SET a = a + 1 WHERE a > ?", 1) == 2)
    #expect(try db.run("UPDATE t SET a = 9 WHERE a = ?", 100) == 0)
    #expect(try db.run("CREATE INDEX t_a ON t (a)") == 0)
    #expect(try db.run("DELETE FROM t") == 3)
    #expect(try db.run("INSERT INTO t VALUES (?) RETURNING a", 4) == 1)
    #expect(try db.run("DROP TABLE t") == 0)
  }

  @Test func `a script runs statement by statement and stops at the first error`() throws {
    let db = try memory()
    let script = """
      -- a comment
      CREATE TABLE t (a INTEGER NOT NULL) STRICT;
      INSERT INTO t VALUES (1); SELECT * FROM t;
      CREATE TRIGGER g AFTER INSERT ON t BEGIN SELECT 1; SELECT 2; END;
      INSERT INTO t VALUES (NULL);
      INSERT INTO t VALUES (3);
      """
    let error = try sqliteError { try db.run(script: script) }
    #expect(error?.code == ResultCode.constraintNotNull)
    #expect(error?.sql == "INSERT INTO t VALUES (NULL);")
    #expect(try db.all("SELECT a FROM t") { $0.int64(0) } == [1])
    let typo = try sqliteError {
      try db.run(script: "SELECT 1;\n  CREATE TABEL t (\na);\nSELECT 2;")
    }
    #expect(typo?.message == #"near "TABEL": syntax error"#)
    #expect(typo?.sql == "CREATE TABEL t (\na)")
    #expect(try sqliteError { try db.run(script: "SELECT 1; \0 SELECT 2") } != nil)
    try db.run(script: "")
    try db.run(script: " -- only a comment")
  }
}

extension Row {
  /// True if the first two columns are NULL.
  fileprivate var isNullRow: Bool { isNull(0) && isNull(1) }
}
