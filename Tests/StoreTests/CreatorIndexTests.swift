import Domain
import SQLite
import Testing

@testable import Store

@Suite struct CreatorIndexTests {
  @Test func `indexes that were taken away are built as they were`() throws {
    let folder = try Folder()
    let path = folder.file("kolbook.db")
    try Book.create(
      at: path, id: [UInt8](repeating: 7, count: 16), isDemo: false, now: Moment(utcSeconds: 0)
    ) { _ in }
    let book = try Book.open(at: path)
    let indexes = {
      try book.connection.all(
        "SELECT sql FROM sqlite_schema WHERE tbl_name = 'creator' AND type = 'index' ORDER BY name"
      ) { row in try row.text(0) }
    }
    let before = try indexes()
    try book.transaction {
      try book.creators.dropIndexes()
      #expect(try indexes().count == 1)
      try book.creators.buildIndexes()
    }
    #expect(try indexes() == before)
  }

  @Test func `ids in memory are found under their kind, however many there are`() {
    var ids = KnownID(room: 0)
    for number in Int64(1)...5_000 {
      var (own, red) = ("own-\(number)", "\(number)")
      own.withUTF8 { ids.add(.own, CreatorRow.Text($0), CreatorKey(number: number)) }
      red.withUTF8 { ids.add(.red, CreatorRow.Text($0), CreatorKey(number: number)) }
    }
    let find = { (kind: KnownID.Kind, text: String) in
      var text = text
      return text.withUTF8 { ids.candidates(kind, CreatorRow.Text($0)) }
    }
    for number in Int64(1)...5_000 {
      #expect(find(.own, "own-\(number)") == [CreatorKey(number: number)])
      #expect(find(.red, "\(number)") == [CreatorKey(number: number)])
      #expect(find(.own, "\(number)").isEmpty)
      #expect(find(.user, "own-\(number)").isEmpty)
    }
  }
}
