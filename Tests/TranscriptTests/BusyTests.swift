import Foundation
import SQLite
import Testing

/// A book that another program is writing to can be read, and is written to later.
struct BusyTests {
  @Test func `writing to a busy book ends with 75, reading goes on`() throws {
    let shell = try Shell()
    #expect(try shell.run("kolbook init").count == 2)
    let book = shell.folder.appending(path: "kolbook.db").path
    let other = try Connection(path: book, access: .readWrite)
    try other.run(script: "BEGIN IMMEDIATE")
    #expect(try shell.run("kolbook list").prefix(2) == ["(nothing)", "no creators"])
    #expect(
      try shell.run("kolbook add 小鹿") == [
        "kolbook: another program is writing to the book", "next: try again when it has finished",
        "[exit 75]",
      ])
    try other.run(script: "ROLLBACK")
    #expect(try shell.run("kolbook add 小鹿").first == "added 小鹿 as kb1")
  }
}
