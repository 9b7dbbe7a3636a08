import Domain
import Foundation
import SQLite
import Testing

@testable import Store

@Suite struct MigrationTests {
  private static let id = [UInt8](repeating: 7, count: 16)
  private static let now = Moment(utcSeconds: 1_790_000_000)
  private static let next = Migration(
    version: Int64(Migration.known.count) + 1, name: "more.sql",
    sql: Array(
      "CREATE TABLE more (x INTEGER) STRICT; ALTER TABLE creator ADD COLUMN extra TEXT;".utf8))

  private static func makeBook(at path: String, _ migrations: [Migration] = Migration.known) throws
  {
    try Book.create(
      at: path, id: id, isDemo: false, now: now, migrations: migrations
    ) { book in
      // As every schema takes it, the oldest too.
      try book.connection.run(
        "INSERT INTO creator (creator_id, nickname, added_utc) VALUES ('a', '小红', 7)")
    }
  }

  private static func schema(of path: String) throws -> [String] {
    let connection = try Connection(path: path, access: .readWrite)
    return try connection.all(
      "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema ORDER BY 1"
    ) { row in try row.text(0) }
  }

  private static func failure(_ body: () throws -> Void) -> Failure? {
    do {
      try body()
      return nil
    } catch { return Failure(explaining: error) }
  }

  @Test func `migrations are numbered from one without gaps, as their names say`() {
    for (index, migration) in Migration.known.enumerated() {
      #expect(migration.version == Int64(index) + 1)
      #expect(Int64(migration.name.prefix(4)) == migration.version)
    }
    #expect(!Migration.known.isEmpty)
  }

  @Test func `a migrated old book has exactly the schema of a fresh one`() throws {
    let folder = try Folder()
    let all = Migration.known + [Self.next]
    for old in 1..<all.count {
      let path = folder.file("old\(old).db")
      try Self.makeBook(at: path, Array(all.prefix(old)))
      _ = try Book.open(at: path, migrations: all)
      try Self.makeBook(at: folder.file("fresh\(old).db"), all)
      #expect(try Self.schema(of: path) == Self.schema(of: folder.file("fresh\(old).db")))
    }
  }

  @Test func `an upgrade keeps the rows and leaves a backup of the old book`() throws {
    let folder = try Folder()
    let path = folder.file("kolbook.db")
    try Self.makeBook(at: path)
    let before = try Self.schema(of: path)
    let book = try Book.open(at: path, migrations: Migration.known + [Self.next])
    #expect(try book.creators.count() == 1)
    let backup = "\(path).before-schema-\(Migration.known.count + 1)"
    #expect(try Self.schema(of: backup) == before)
    #expect(try Book.open(at: backup).creators.count() == 1)
  }

  @Test func `an upgrade that fails half way leaves the old state`() throws {
    let folder = try Folder()
    let path = folder.file("kolbook.db")
    try Self.makeBook(at: path)
    let before = try Self.schema(of: path)
    let broken = Migration(
      version: Int64(Migration.known.count) + 1, name: "broken.sql",
      sql: Array(
        "CREATE TABLE half (x INTEGER) STRICT; DROP TABLE transfer; CREATE TABLE half (y TEXT);"
          .utf8
      ))
    #expect(throws: SQLiteError.self) {
      _ = try Book.open(at: path, migrations: Migration.known + [broken])
    }
    #expect(try Self.schema(of: path) == before)
    #expect(try Book.open(at: path).creators.count() == 1)
  }

  @Test func `no upgrade without a backup`() throws {
    let folder = try Folder()
    let path = folder.file("kolbook.db")
    try Self.makeBook(at: path)
    let backup = "\(path).before-schema-\(Migration.known.count + 1)"
    try Data("mine".utf8).write(to: URL(fileURLWithPath: backup))
    let failure = Self.failure {
      _ = try Book.open(at: path, migrations: Migration.known + [Self.next])
    }
    #expect(failure?.kind == .cannotCreate)
    #expect(try Data(contentsOf: URL(fileURLWithPath: backup)) == Data("mine".utf8))
    #expect(try Book.open(at: path).creators.count() == 1)
  }

  @Test func `a newer book is refused and not touched`() throws {
    let folder = try Folder()
    let path = folder.file("kolbook.db")
    try Self.makeBook(at: path, Migration.known + [Self.next])
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    let failure = Self.failure { _ = try Book.open(at: path) }
    #expect(failure?.kind == .foreign)
    #expect(failure?.sentence.contains("newer") == true)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
  }

  @Test func `an edited old migration is noticed`() throws {
    let folder = try Folder()
    let path = folder.file("kolbook.db")
    let known = try #require(Migration.known.first)
    let edited = Migration(version: 1, name: known.name, sql: known.sql + [32])
    try Self.makeBook(at: path, [edited])
    let failure = Self.failure { _ = try Book.open(at: path, migrations: [known]) }
    #expect(failure?.kind == .foreign)
    #expect(failure?.sentence.contains(known.name) == true)
  }

  @Test func `a file of another program is refused and not touched`() throws {
    let folder = try Folder()
    let other = folder.file("other.db")
    do {
      let connection = try Connection(path: other, access: .create)
      try connection.run(script: "CREATE TABLE x (y)")
    }
    try Data("a text, not a database, but long enough to hold a header".utf8)
      .write(to: URL(fileURLWithPath: folder.file("text.db")))
    try Data().write(to: URL(fileURLWithPath: folder.file("empty.db")))
    for name in ["other.db", "text.db", "empty.db"] {
      let before = try Data(contentsOf: URL(fileURLWithPath: folder.file(name)))
      let failure = Self.failure { _ = try Book.open(at: folder.file(name)) }
      #expect(failure?.kind == .foreign, "\(name)")
      #expect(try Data(contentsOf: URL(fileURLWithPath: folder.file(name))) == before)
    }
  }

  @Test func `a missing book is named with what to do`() throws {
    let failure = Self.failure { _ = try Book.open(at: "/nowhere/kolbook.db") }
    #expect(failure?.kind == .inputOutput)
    #expect(failure?.next?.contains("kolbook init") == true)
  }

  @Test func `a book is never made over another file`() throws {
    let folder = try Folder()
    let path = folder.file("kolbook.db")
    try Data("mine".utf8).write(to: URL(fileURLWithPath: path))
    #expect(Self.failure { try Self.makeBook(at: path) }?.kind == .cannotCreate)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data("mine".utf8))
    #expect(try folder.names == ["kolbook.db"])
  }

  @Test func `a book whose filling fails is not made at all`() throws {
    let folder = try Folder()
    #expect(throws: Failure.self) {
      try Book.create(
        at: folder.file("kolbook.db"), id: Self.id, isDemo: false, now: Self.now
      ) { _ in throw Failure(.failed, "stop") }
    }
    #expect(try folder.names.isEmpty)
  }

  @Test func `a new book whose log can't be put into the file is not made at all`() throws {
    let folder = try Folder()
    let path = folder.file("kolbook.db")
    // A reader of the empty state keeps the log from being emptied, as a full disk does.
    var reader: Connection?
    let failure = Self.failure {
      try Book.create(at: path, id: Self.id, isDemo: false, now: Self.now) { _ in
        let draft = try #require(try folder.names.first { $0.hasSuffix(".new") })
        let connection = try Connection(path: folder.file(draft), access: .readWrite)
        try connection.run(script: "BEGIN")
        _ = try connection.first("SELECT count(*) FROM book") { row in row.int64(0) }
        reader = connection
      }
    }
    #expect(failure?.kind == .busy)
    #expect(reader != nil)
    #expect(!FileStatus.exists(path))
  }

  @Test func `a new book leaves the files beside it alone`() throws {
    let folder = try Folder()
    let beside = ["kolbook.db.new", "kolbook.db.new-wal", "kolbook.db-journal.new"]
    for name in beside { try Data("mine".utf8).write(to: URL(filePath: folder.file(name))) }
    try Self.makeBook(at: folder.file("kolbook.db"))
    #expect(try folder.names == (beside + ["kolbook.db"]).sorted())
  }

  @Test func `a new book is one file, in write-ahead mode, marked as ours`() throws {
    let folder = try Folder()
    try Self.makeBook(at: folder.file("kolbook.db"))
    #expect(try folder.names == ["kolbook.db"])
    let connection = try Connection(path: folder.file("kolbook.db"), access: .readWrite)
    let mode = try connection.first("PRAGMA journal_mode") { row in try row.text(0) }
    let application = try connection.first("PRAGMA application_id") { row in row.int64(0) }
    #expect(mode == "wal")
    #expect(application == 0x6B6F_6C62)
  }

  @Test func `every table is strict`() throws {
    let folder = try Folder()
    try Self.makeBook(at: folder.file("kolbook.db"))
    let connection = try Connection(path: folder.file("kolbook.db"), access: .readWrite)
    let loose = try connection.all(
      "SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main' AND NOT strict"
    ) { row in try row.text(0) }
    #expect(loose == ["sqlite_schema", "sqlite_sequence"])
  }
}
