import Domain
import SQLite
import Testing

@testable import Store

@Suite struct ChangeTests {
  private static let now = Moment(utcSeconds: 1_790_000_000)
  private static let id = [UInt8](repeating: 1, count: 16)

  private static func book(in folder: Folder, _ migrations: [Migration] = Migration.known) throws
    -> Book
  {
    let path = folder.file("kolbook.db")
    try Book.create(at: path, id: id, isDemo: false, now: now, migrations: migrations) { _ in }
    return try Book.open(at: path, migrations: migrations)
  }

  private static func texts(_ book: Book, _ sql: String) throws -> [String] {
    try book.connection.all(sql) { row in try row.text(0) }
  }

  @discardableResult
  private static func add(_ id: String, to book: Book) throws -> CreatorKey {
    try book.change("add \(id)", by: "lin", at: now) {
      let key = try book.creators.add(Creator(id: CreatorID(id), nickname: id), at: now)
      try book.facts.record(followers: 100, of: key, on: now.day, source: "lin")
      try book.labels.addTag("spring", to: key)
      return (key, .creator(key, isNew: true))
    }
  }

  @Test func `what a set adds carries its number, what it overwrites is kept as it was`() throws {
    let folder = try Folder()
    let book = try Self.book(in: folder)
    let key = try Self.add("a", to: book)
    try book.change("edit a", by: "wang", at: Self.now) {
      var creator = try book.creators.creator(key)
      creator.city = "上海"
      try book.creators.update(key, to: creator)
      try book.labels.removeTag("spring", from: key)
      return ((), .creator(key, isNew: false))
    }
    let counts = "added || '+' || updated || '+' || unchanged"
    #expect(
      try Self.texts(
        book, "SELECT change_no || ' ' || command || ' ' || \(counts) FROM change_set")
        == ["1 add a 1+0+0", "2 edit a 0+1+0"])
    #expect(try Self.texts(book, "SELECT change_no || '' FROM creator") == ["1"])
    #expect(try Self.texts(book, "SELECT change_no || '' FROM follower_fact") == ["1"])
    #expect(
      try Self.texts(
        book,
        """
        SELECT change_no || kind || ifnull(was ->> 'city', '-') || ifnull(became ->> 'city', '-')
          || ifnull(was ->> 'tag', '-') || (was ->> 'change_no') FROM change_before
        """) == ["2creator-上海-1", "2tag--spring1"])
  }

  @Test func `a set that changes nothing leaves no trace`() throws {
    let folder = try Folder()
    let book = try Self.book(in: folder)
    let key = try Self.add("a", to: book)
    try book.change("edit a", by: "lin", at: Self.now) {
      try book.creators.update(key, to: try book.creators.creator(key))
      try book.facts.record(followers: 100, of: key, on: Self.now.day, source: "lin")
      return ((), .creator(key, isNew: false))
    }
    #expect(try Self.texts(book, "SELECT command FROM change_set") == ["add a"])
    #expect(try Self.texts(book, "SELECT kind FROM change_before").isEmpty)
  }

  @Test func `imports of an older book are told, but can't be undone`() throws {
    let folder = try Folder()
    let path = folder.file("kolbook.db")
    do {
      let old = Array(Migration.known.prefix(3))
      let book = try Self.book(in: folder, old)
      try book.connection.run(
        """
        INSERT INTO import_run (at_utc, actor, files, layout, encoding, added, updated, unchanged)
        VALUES (7, 'lin', ?, 'mcn', 'UTF-8', 3, 2, 1)
        """, "a.csv\nb.csv")
    }
    let book = try Book.open(at: path)
    #expect(
      try Self.texts(book, "SELECT command || ' ' || can_undo || added FROM change_set")
        == ["import a.csv b.csv 03"])
    try Self.add("new", to: book)
    #expect(try Self.texts(book, "SELECT max(change_no) || '' FROM change_set") == ["2"])
  }
}
