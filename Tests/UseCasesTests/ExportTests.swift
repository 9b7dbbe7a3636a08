import Domain
import Foundation
import Testing

@testable import UseCases

/// Exports, and files in and out.
@Suite struct ExportTests {
  /// A book of all samples, with ratings, notes and names that Excel would run.
  private func filled() throws -> TemporaryBook {
    let file = try TemporaryBook()
    let book = try file.open()
    _ = try book.importLists(try InputFile.read(ImportTests.lists))
    try book.rate("糖Lab", stars: 4, verdict: .price(ceiling: Money(fen: 100_050)), comment: "=1\n2")
    try file.open(as: "王敏").rate("糖Lab", stars: nil, verdict: .no, comment: "")
    var draft = CreatorDraft()
    draft.nickname = "null"
    draft.tags = ["-x", "a,b、c"]
    draft.agency = "'@x"
    draft.city = "Shang\r\nhai\t\u{B}上海"
    draft.redID = "007"
    _ = try book.add(draft)
    return file
  }

  @Test func `an export changes nothing where it came from`() throws {
    let file = try filled()
    let book = try file.open(days: 3)
    let export = try book.exportCreators(CreatorSearch())
    #expect(export.count == 243)
    for bytes in [
      export.excelCSV(), export.csv(), export.tsv(), Array(export.json().utf8),
      export.xlsx(.both) { _, _ in },
    ] {
      let report = try book.importLists([InputFile(name: "export", bytes: bytes)])
      #expect(report.counts == [0, 0, 243])
    }
  }

  @Test func `an export in a new book is exported as the same bytes`() throws {
    let export = try filled().open().exportCreators(CreatorSearch())
    for bytes in [export.excelCSV(), Array(export.json().utf8), export.xlsx(.chinese) { _, _ in }] {
      let other = try TemporaryBook().open()
      _ = try other.importLists([InputFile(name: "export", bytes: bytes)])
      let again = try other.exportCreators(CreatorSearch())
      #expect(again.excelCSV() == export.excelCSV())
      #expect(again.json() == export.json())
      #expect(again.xlsx(.both) { _, _ in } == export.xlsx(.both) { _, _ in })
    }
  }

  @Test func `a file there is never touched without being told to`() throws {
    let file = try TemporaryBook()
    let path = "\(file.folder)/list.csv"
    try OutputFile.write([1], to: path, isForced: false)
    let failure = #expect(throws: Failure.self) {
      try OutputFile.write([2], to: path, isForced: false)
    }
    #expect(failure?.kind == .cannotCreate)
    let first = try InputFile(path: path).bytes
    #expect(first == [1])
    try OutputFile.write([3, 4], to: path, isForced: true)
    let second = try InputFile(path: path).bytes
    #expect(second == [3, 4])
    let names = try FileManager.default.contentsOfDirectory(atPath: file.folder)
    #expect(names.sorted().filter { !$0.hasPrefix("kolbook.db") } == ["list.csv"])
    let kind = #expect(throws: Failure.self) {
      try OutputFile.write([5], to: "\(file.folder)/none/list.csv", isForced: true)
    }
    #expect(kind?.kind == .cannotCreate)
  }

  @Test func `a folder stands for its JSON files by name`() throws {
    let file = try TemporaryBook()
    for name in ["b.json", "a.json", "c.txt"] {
      try OutputFile.write(Array(name.utf8), to: "\(file.folder)/\(name)", isForced: false)
    }
    let files = try InputFile.read([file.folder])
    #expect(files.map(\.name) == ["\(file.folder)/a.json", "\(file.folder)/b.json"])
    #expect(files.map { String(decoding: $0.bytes, as: UTF8.self) } == ["a.json", "b.json"])
    #expect(throws: Failure.self) { try InputFile.read(["\(file.folder)/none.csv"]) }
  }
}
