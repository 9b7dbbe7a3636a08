import SQLite
import Testing

@Suite struct BackupTests {
  let folder: TemporaryFolder
  let source: Connection

  init() throws {
    folder = try TemporaryFolder()
    source = try Connection(
      path: folder.file("book.db"), access: .create, busyTimeoutMilliseconds: 20)
    try source.run(
      script: """
        PRAGMA application_id = 1802464098;
        CREATE TABLE t (a INTEGER PRIMARY KEY, b BLOB) STRICT;
        INSERT INTO t SELECT value, randomblob(500)
          FROM (WITH RECURSIVE n (value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n)
                SELECT value FROM n LIMIT 2000);
        """)
  }

  func content(_ db: Connection) throws -> [String] {
    let header = try db.first("PRAGMA application_id") { row in try row.text(0) }
    let rows = try db.all("SELECT a || hex(b) FROM t ORDER BY a") { row in try row.text(0) }
    let schema = try db.all("SELECT sql FROM sqlite_schema ORDER BY name") { row in try row.text(0)
    }
    return [header ?? ""] + schema + rows
  }

  func open(_ name: String) throws -> Connection {
    try Connection(path: folder.file(name), access: .readOnly)
  }

  @Test(arguments: [false, true])
  func `the copy has the same content and is sound`(log: Bool) throws {
    if log { try source.useWriteAheadLog() }
    try source.run("DELETE FROM t WHERE a % 7 = ?", 0)
    try source.backUp(to: folder.file("copy.db"))
    let copy = try open("copy.db")
    #expect(try content(copy) == content(source))
    #expect(try copy.first("PRAGMA integrity_check") { row in try row.text(0) } == "ok")
  }

  @Test func `a writer beside it neither stops the copy nor gets into it half`() throws {
    try source.useWriteAheadLog()
    let before = try content(source)
    let writer = try Connection(path: folder.file("book.db"), access: .readWrite)
    try writer.transaction {
      try writer.run("DELETE FROM t WHERE a > ?", 100)
      try source.backUp(to: folder.file("copy.db"))
    }
    #expect(try content(open("copy.db")) == before)
    #expect(try source.first("SELECT count(*) FROM t") { $0.int64(0) } == 100)
  }

  @Test func `an exclusive writer makes it busy, and the target stays as it was`() throws {
    let older = try Connection(path: folder.file("copy.db"), access: .create)
    try older.run(script: "CREATE TABLE t (a INTEGER PRIMARY KEY, b BLOB) STRICT")
    let before = try content(older)
    let writer = try Connection(path: folder.file("book.db"), access: .readWrite)
    try writer.run(script: "BEGIN EXCLUSIVE")
    let error = try sqliteError { try source.backUp(to: folder.file("copy.db")) }
    #expect(error?.primaryCode == ResultCode.busy)
    try writer.run(script: "COMMIT")
    #expect(try content(older) == before)
    try source.backUp(to: folder.file("copy.db"))
    #expect(try content(older) == content(source))
  }

  @Test func `it is refused inside a transaction that has written`() throws {
    let error = try sqliteError {
      try source.transaction {
        try source.run("DELETE FROM t")
        try source.backUp(to: folder.file("copy.db"))
      }
    }
    #expect(error?.primaryCode == ResultCode.busy)
    #expect(try source.first("SELECT count(*) FROM t") { $0.int64(0) } == 2_000)
  }

  @Test func `a target that can't be written is an error`() throws {
    let nowhere = try sqliteError { try source.backUp(to: folder.file("none/copy.db")) }
    #expect(nowhere?.primaryCode == ResultCode.cannotOpen)
    let isFolder = try sqliteError { try source.backUp(to: folder.path) }
    #expect(isFolder?.primaryCode == ResultCode.cannotOpen)
    let itself = try sqliteError { try source.backUp(to: folder.file("book.db")) }
    #expect(itself != nil)
    #expect(try source.first("SELECT count(*) FROM t") { $0.int64(0) } == 2_000)
    try folder.write(Array("id,name\r\n".utf8) + Array(repeating: 66, count: 2_000), to: "list.csv")
    let foreign = try sqliteError { try source.backUp(to: folder.file("list.csv")) }
    #expect(foreign?.code == ResultCode.notADatabase)
    #expect(try folder.bytes("list.csv").count == 2_009)
  }
}
