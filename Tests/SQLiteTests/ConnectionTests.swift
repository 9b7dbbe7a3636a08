import Foundation
import SQLite
import Testing

@Suite struct ConnectionTests {
  @Test func `a missing file is made only when asked to`() throws {
    let folder = try TemporaryFolder()
    for access in [Connection.Access.readOnly, .readWrite] {
      let error = try sqliteError { _ = try Connection(path: folder.file("a.db"), access: access) }
      #expect(error?.primaryCode == ResultCode.cannotOpen)
      #expect(error?.message == "unable to open database file")
    }
    #expect(try folder.names().isEmpty)
    _ = try Connection(path: folder.file("a.db"), access: .create)
    #expect(try folder.names() == ["a.db"])
    let nowhere = folder.file("none/a.db")
    let error = try sqliteError { _ = try Connection(path: nowhere, access: .create) }
    #expect(error?.primaryCode == ResultCode.cannotOpen)
  }

  @Test(arguments: ["", "a\0b", "\0"])
  func `a path that SQLite would misread is refused`(path: String) throws {
    let error = try sqliteError { _ = try Connection(path: path, access: .create) }
    #expect(error?.code == ResultCode.cannotOpen)
  }

  @Test func `a path is never a URI`() throws {
    let path = "file:/nowhere-\(UUID().uuidString)/x.db?mode=memory"
    let error = try sqliteError { _ = try Connection(path: path, access: .create) }
    #expect(error?.primaryCode == ResultCode.cannotOpen)
  }

  @Test func `a file that is no database is refused when it is opened, and left alone`() throws {
    let folder = try TemporaryFolder()
    let bytes = Array("creator_id,nickname,followers\r\n".utf8) + Array(repeating: 65, count: 4_000)
    try folder.write(bytes, to: "list.csv")
    for access in [Connection.Access.readOnly, .readWrite, .create] {
      let error = try sqliteError {
        _ = try Connection(path: folder.file("list.csv"), access: access)
      }
      #expect(error?.code == ResultCode.notADatabase)
    }
    #expect(try folder.bytes("list.csv") == bytes)
    #expect(try folder.names() == ["list.csv"])
  }

  @Test func `a read-only connection can't write`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("a.db")
    try Connection(path: path, access: .create).run(script: "CREATE TABLE t (a)")
    let db = try Connection(path: path, access: .readOnly)
    let error = try sqliteError { try db.run("INSERT INTO t VALUES (?)", 1) }
    #expect(error?.primaryCode == ResultCode.readOnly)
    #expect(try db.first("SELECT count(*) FROM t") { $0.int64(0) } == 0)
  }

  @Test(.enabled(if: geteuid() != 0, "the system administrator may write everything"))
  func `a write-protected file is refused to who wants to write`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("a.db")
    try Connection(path: path, access: .create).run(script: "CREATE TABLE t (a)")
    try #require(chmod(path, 0o444) == 0)
    let error = try sqliteError { _ = try Connection(path: path, access: .readWrite) }
    #expect(error?.primaryCode == ResultCode.readOnly)
    _ = try Connection(path: path, access: .readOnly)
  }

  @Test func `every connection has the safe settings`() throws {
    let db = try memory()
    func pragma(_ name: String) throws -> Int64? {
      try db.first("PRAGMA \(name)") { $0.int64(0) }
    }
    #expect(try pragma("foreign_keys") == 1)
    #expect(try pragma("trusted_schema") == 0)
    #expect(try pragma("busy_timeout") == 5_000)
    #expect(try pragma("cache_size") == -16_384)
    #expect(try pragma("secure_delete") == 2)
    let text = try sqliteError { try db.run(#"SELECT "no such text""#) }
    #expect(text?.message == "no such column: no such text")
    let schema = try sqliteError { try db.run(#"CREATE TABLE t (a CHECK (a <> "x"))"#) }
    #expect(schema?.code == ResultCode.error)
    let extensions = try sqliteError { try db.run("SELECT load_extension('x')") }
    #expect(extensions?.message == "not authorized")
    try db.run(script: "PRAGMA writable_schema = ON; CREATE TABLE u (a)")
    let defended = try sqliteError { try db.run("UPDATE sqlite_schema SET sql = ''") }
    #expect(defended?.message == "table sqlite_master may not be modified")
  }

  /// Not from triggers or views: before SQLite 3.44, FTS5 counts as unsafe there.
  @Test func `a full-text index works under these settings`() throws {
    let db = try memory()
    try db.run(
      script: """
        CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
        CREATE VIRTUAL TABLE f USING fts5 (name, content = 't', content_rowid = 'id');
        """)
    try db.run("INSERT INTO t (name) VALUES (?)", "red book")
    try db.run("INSERT INTO f (rowid, name) VALUES (?, ?)", 1, "red book")
    #expect(try db.first("SELECT rowid FROM f WHERE f MATCH ?", "book") { $0.int64(0) } == 1)
  }

  @Test func `a lock is waited for as long as asked, then it is busy`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("a.db")
    let writer = try Connection(path: path, access: .create)
    try writer.run(script: "CREATE TABLE t (a)")
    let waiter = try Connection(path: path, access: .readWrite, busyTimeoutMilliseconds: 300)
    try writer.transaction {
      let start = ContinuousClock.now
      let error = try sqliteError { try waiter.transaction {} }
      let waited = ContinuousClock.now - start
      #expect(error?.primaryCode == ResultCode.busy)
      #expect(error?.message == "database is locked")
      #expect(waited >= .milliseconds(290) && waited < .seconds(20), "\(waited)")
    }
    try waiter.transaction {}
  }

  @Test func `a lock that goes away in time is not noticed`() async throws {
    let folder = try TemporaryFolder()
    let path = folder.file("a.db")
    try Connection(path: path, access: .create).run(script: "CREATE TABLE t (a)")
    let writers = (0..<4).map { _ in
      Task.detached {
        let db = try Connection(path: path, access: .readWrite, busyTimeoutMilliseconds: 60_000)
        for _ in 0..<10 {
          try db.transaction {
            let count = try db.first("SELECT count(*) FROM t") { $0.int64(0) } ?? 0
            try db.run("INSERT INTO t VALUES (?)", count)
          }
        }
      }
    }
    for writer in writers { try await writer.value }
    let db = try Connection(path: path, access: .readOnly)
    let read = try db.all("SELECT a FROM t ORDER BY rowid") { $0.int64(0) }
    #expect(read == Array(0..<40))
  }

  @Test func `opening waits for a lock too, and says busy`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("a.db")
    let owner = try Connection(path: path, access: .create)
    try owner.run(script: "CREATE TABLE t (a); BEGIN EXCLUSIVE")
    let error = try sqliteError {
      _ = try Connection(path: path, access: .readWrite, busyTimeoutMilliseconds: 50)
    }
    #expect(error?.primaryCode == ResultCode.busy)
  }

  @Test func `closing with statements in the cache closes the file`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("a.db")
    do {
      let db = try Connection(path: path, access: .create)
      #expect(try db.useWriteAheadLog())
      try db.run(script: "CREATE TABLE t (a)")
      for value in 0..<10 { try db.run("INSERT INTO t VALUES (?)", value) }
      #expect(try db.first("SELECT a FROM t") { $0.int64(0) } == 0)
      #expect(try folder.names() == ["a.db", "a.db-shm", "a.db-wal"])
    }
    // The last connection that really closes folds the log into the file and removes it.
    #expect(try folder.names() == ["a.db"])
  }

  @Test func `the write-ahead log syncs at every commit, and memory has none`() throws {
    let folder = try TemporaryFolder()
    let db = try Connection(path: folder.file("a.db"), access: .create)
    #expect(try db.useWriteAheadLog())
    #expect(try db.useWriteAheadLog())
    #expect(try db.first("PRAGMA synchronous") { $0.int64(0) } == 2)
    #expect(try db.first("PRAGMA journal_mode") { row in try row.text(0) } == "wal")
    #expect(try memory().useWriteAheadLog() == false)
  }
}
