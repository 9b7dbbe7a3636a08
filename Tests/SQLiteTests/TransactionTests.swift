import SQLite
import Testing

@Suite struct TransactionTests {
  struct Stop: Error {}

  func numbers(_ db: Connection) throws -> [Int64] {
    try db.all("SELECT a FROM t ORDER BY a") { $0.int64(0) }
  }

  func table() throws -> Connection {
    let db = try memory()
    try db.run(script: "CREATE TABLE t (a INTEGER UNIQUE) STRICT")
    return db
  }

  @Test func `what ends well is kept, and hands back its result`() throws {
    let db = try table()
    let changed = try db.transaction { try db.run("INSERT INTO t VALUES (?)", 7) }
    #expect(changed == 1)
    #expect(try numbers(db) == [7])
  }

  @Test func `a thrown error undoes everything and arrives as it was`() throws {
    let db = try table()
    #expect(throws: Stop.self) {
      try db.transaction {
        try db.run("INSERT INTO t VALUES (?)", 1)
        throw Stop()
      }
    }
    let error = try sqliteError {
      try db.transaction {
        try db.run("INSERT INTO t VALUES (?)", 2)
        try db.run("INSERT INTO t VALUES (?)", 2)
      }
    }
    #expect(error?.code == ResultCode.constraintUnique)
    #expect(try numbers(db) == [])
    try db.transaction { try db.run("INSERT INTO t VALUES (?)", 3) }
    #expect(try numbers(db) == [3])
  }

  @Test func `an error thrown while rows are being read undoes everything`() throws {
    let db = try table()
    try db.run(script: "INSERT INTO t VALUES (1), (2), (3)")
    #expect(throws: Stop.self) {
      try db.transaction {
        try db.run("DELETE FROM t WHERE a = ?", 1)
        try db.with("SELECT a FROM t") { statement in
          _ = try statement.step()
          try db.run("DELETE FROM t WHERE a = ?", 2)
          throw Stop()
        }
      }
    }
    #expect(try numbers(db) == [1, 2, 3])
  }

  @Test func `a commit that a deferred foreign key refuses undoes everything`() throws {
    let db = try memory()
    try db.run(
      script: """
        CREATE TABLE parent (id INTEGER PRIMARY KEY) STRICT;
        CREATE TABLE t (a INTEGER REFERENCES parent DEFERRABLE INITIALLY DEFERRED) STRICT;
        """)
    let error = try sqliteError { try db.transaction { try db.run("INSERT INTO t VALUES (?)", 1) } }
    #expect(error?.code == ResultCode.constraintForeignKey)
    #expect(error?.sql == "COMMIT")
    #expect(try numbers(db) == [])
    try db.transaction {
      try db.run("INSERT INTO t VALUES (?)", 1)
      try db.run("INSERT INTO parent VALUES (?)", 1)
    }
    #expect(try numbers(db) == [1])
  }

  @Test func `a commit that finds the file busy undoes everything`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("a.db")
    let writer = try Connection(path: path, access: .create, busyTimeoutMilliseconds: 10)
    try writer.run(script: "CREATE TABLE t (a INTEGER) STRICT; INSERT INTO t VALUES (1)")
    let reader = try Connection(path: path, access: .readOnly)
    try reader.with("SELECT a FROM t") { statement in
      _ = try statement.step()
      let error = try sqliteError {
        try writer.transaction { try writer.run("INSERT INTO t VALUES (?)", 2) }
      }
      #expect(error?.primaryCode == ResultCode.busy)
      #expect(error?.sql == "COMMIT")
    }
    #expect(try numbers(writer) == [1])
    try writer.transaction { try writer.run("INSERT INTO t VALUES (?)", 3) }
    #expect(try numbers(writer) == [1, 3])
  }

  @Test func `a transaction inside another is refused, and the outer one can go on`() throws {
    let db = try table()
    try db.transaction {
      try db.run("INSERT INTO t VALUES (?)", 1)
      let error = try sqliteError { try db.transaction {} }
      #expect(error?.code == ResultCode.misuse)
    }
    #expect(try numbers(db) == [1])
    let inSnapshot = try sqliteError { try db.snapshot { try db.transaction {} } }
    #expect(inSnapshot?.code == ResultCode.misuse)
  }

  @Test func `a transaction that its body ended is an error`() throws {
    let db = try table()
    let error = try sqliteError {
      try db.transaction { try db.run(script: "INSERT INTO t VALUES (1); ROLLBACK") }
    }
    #expect(error?.sql == "COMMIT")
    #expect(try numbers(db) == [])
  }

  @Test func `the write lock is taken at the start`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("a.db")
    let first = try Connection(path: path, access: .create)
    let second = try Connection(path: path, access: .readWrite, busyTimeoutMilliseconds: 0)
    try first.transaction {
      let error = try sqliteError { try second.transaction {} }
      #expect(error?.primaryCode == ResultCode.busy)
    }
  }

  @Test func `reads in a snapshot agree while somebody else writes`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("a.db")
    let writer = try Connection(path: path, access: .create)
    #expect(try writer.useWriteAheadLog())
    try writer.run(script: "CREATE TABLE t (a INTEGER) STRICT; INSERT INTO t VALUES (1)")
    let reader = try Connection(path: path, access: .readOnly)
    try reader.snapshot {
      let before = try numbers(reader)
      try writer.run("INSERT INTO t VALUES (?)", 2)
      #expect(try numbers(reader) == before)
      let nested = try reader.snapshot { try numbers(reader) }
      #expect(nested == before)
    }
    #expect(try numbers(reader) == [1, 2])
  }

  @Test func `writing in a snapshot is refused and undone`() throws {
    let db = try table()
    let error = try sqliteError {
      try db.snapshot { try db.run("INSERT INTO t VALUES (?)", 1) }
    }
    #expect(error?.code == ResultCode.misuse)
    #expect(try numbers(db) == [])
  }

  @Test func `an insert whose returned row was read, but not its end, still reports its commit`()
    throws
  {
    let folder = try TemporaryFolder()
    let path = folder.file("a.db")
    let writer = try Connection(path: path, access: .create, busyTimeoutMilliseconds: 0)
    try writer.run(script: "CREATE TABLE t (a INTEGER) STRICT; INSERT INTO t VALUES (1)")
    let reader = try Connection(path: path, access: .readOnly)
    let insert = "INSERT INTO t VALUES (?) RETURNING a"
    try reader.with("SELECT a FROM t") { statement in
      _ = try statement.step()
      let first = try sqliteError { _ = try writer.first(insert, 2) { $0.int64(0) } }
      #expect(first?.primaryCode == ResultCode.busy)
      let again = try sqliteError {
        try writer.with(insert) { statement in
          try statement.bind(1, 3)
          _ = try statement.step()
          statement.reset()
          let next = try sqliteError { try statement.step() }
          #expect(next?.primaryCode == ResultCode.busy)
          try statement.bind(1, 4)
          _ = try statement.step()
        }
      }
      #expect(again?.primaryCode == ResultCode.busy)
    }
    #expect(try numbers(writer) == [1])
    #expect(try writer.first(insert, 5) { $0.int64(0) } == 5)
    #expect(try numbers(writer) == [1, 5])
  }
}
