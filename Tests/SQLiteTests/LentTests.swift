import SQLite
import Testing

@Suite struct LentTests {
  private func rows() -> LentRows {
    var rows = LentRows(columns: 3)
    rows.append(Int64.max)
    rows.append("小红\u{0}🦌")
    rows.append(orNull: nil)
    rows.append(-1)
    rows.append("")
    rows.append(orNull: -2)
    return rows
  }

  @Test func `lent rows are read as they are, in their order`() throws {
    let db = try memory()
    try db.run(script: "CREATE TABLE kept (a INTEGER, b TEXT, c INTEGER, d INTEGER) STRICT")
    for _ in 0..<2 {
      #expect(try db.run("INSERT INTO kept SELECT c1, c2, c3, c4 FROM lent", reading: rows()) == 2)
    }
    let kept = try db.all("SELECT a, hex(b), c, d FROM kept ORDER BY rowid") { row in
      "\(row.int64(0)) \(try row.text(1)) \(row.isNull(2)) \(row.int64(2)) \(row.isNull(3))"
    }
    let two = ["\(Int64.max) E5B08FE7BAA200F09FA68C true 0 true", "-1  false -2 true"]
    #expect(kept == two + two)
  }

  @Test func `a statement may read lent rows several times, and has values of its own`() throws {
    let db = try memory()
    try db.run(script: "CREATE TABLE kept (a, b)")
    try db.run(
      "INSERT INTO kept SELECT x.c1, ?1 FROM lent AS x, lent AS y WHERE y.c1 < ?2", reading: rows(),
      "v", 0)
    #expect(try db.first("SELECT count(*) FROM kept WHERE b = 'v'") { $0.int64(0) } == 2)
  }

  @Test func `the table is empty where nothing is lent, and can't be written`() throws {
    let db = try memory()
    #expect(try sqliteError { try db.run("SELECT * FROM lent") }?.message == "no such table: lent")
    try db.run(script: "CREATE TABLE kept (a)")
    try db.run("INSERT INTO kept SELECT c1 FROM lent", reading: LentRows(columns: 1))
    try db.run("INSERT INTO kept SELECT c1 FROM lent", reading: rows())
    #expect(try db.first("SELECT count(*) FROM lent") { $0.int64(0) } == 0)
    #expect(try db.first("SELECT count(*) FROM kept") { $0.int64(0) } == 2)
    let refusal = try sqliteError { try db.run("DELETE FROM lent") }
    #expect(refusal?.message == "table lent may not be modified")
  }

  @Test func `of rows that break a rule none is kept`() throws {
    let db = try memory()
    try db.run(
      script: """
        CREATE TABLE parent (no INTEGER PRIMARY KEY);
        CREATE TABLE kept (a INTEGER REFERENCES parent, b TEXT CHECK (b <> '')) STRICT;
        INSERT INTO parent VALUES (-1);
        """)
    let check = try sqliteError {
      try db.run("INSERT INTO kept SELECT -1, c2 FROM lent", reading: rows())
    }
    #expect(check?.code == ResultCode.constraintCheck)
    let parent = try sqliteError {
      try db.run("INSERT INTO kept SELECT c1, 'x' FROM lent ORDER BY c1", reading: rows())
    }
    #expect(parent?.code == ResultCode.constraintForeignKey)
    #expect(try db.first("SELECT count(*) FROM kept") { $0.int64(0) } == 0)
  }

  @Test func `half a row stops the program`() async {
    await #expect(processExitsWith: .failure) {
      var rows = LentRows(columns: 2)
      rows.append(1)
      try memory().run("SELECT c1 FROM lent", reading: rows)
    }
  }
}
