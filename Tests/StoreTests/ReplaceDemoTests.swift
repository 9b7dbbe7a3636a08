import Domain
import Foundation
import SQLite
import Testing

@testable import Store

/// A fictional book may be made anew; nothing else is ever replaced.
struct ReplaceDemoTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  @Test func `a fictional book is made where nothing is, and replaced where one is`() throws {
    let path = folder.file("demo.db")
    try replace(path, name: "first")
    try replace(path, name: "second")
    #expect(try nicknames(path) == ["second"])
    #expect(try folder.names == ["demo.db"])
  }

  @Test func `a real book is not touched`() throws {
    let path = folder.file("real.db")
    try Book.create(at: path, id: Self.id, isDemo: false, now: Self.now) { try add("mine", to: $0) }
    let before = try Data(contentsOf: URL(filePath: path))
    #expect(failure { try replace(path, name: "demo") }?.kind == .cannotCreate)
    #expect(try Data(contentsOf: URL(filePath: path)) == before)
    #expect(try folder.names == ["real.db"])
  }

  @Test(arguments: ["", "a letter to a friend, long enough to be no database at all"])
  func `another file is not touched`(_ text: String) throws {
    let path = folder.file("letter.db")
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    #expect(failure { try replace(path, name: "demo") }?.kind == .cannotCreate)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
    #expect(try folder.names == ["letter.db"])
  }

  @Test func `another program's database is not touched`() throws {
    let path = folder.file("other.db")
    try Connection(path: path, access: .create).run(
      script: "CREATE TABLE book (is_demo INTEGER); INSERT INTO book VALUES (1)")
    #expect(failure { try replace(path, name: "demo") }?.kind == .cannotCreate)
  }

  @Test func `a fictional book that somebody has open is not replaced`() throws {
    let path = folder.file("demo.db")
    try replace(path, name: "first")
    let open = try Book.open(at: path)
    try add("more", to: open)
    #expect(failure { try replace(path, name: "second") }?.kind == .busy)
    #expect(try nicknames(path) == ["first", "more"])
    withExtendedLifetime(open) {}
  }

  @Test func `when filling fails the old fictional book stays`() throws {
    let path = folder.file("demo.db")
    try replace(path, name: "first")
    #expect(
      failure {
        try Book.replaceDemo(at: path, id: Self.id, now: Self.now) { _ in
          throw Failure(.failed, "half way")
        }
      }?.sentence == "half way")
    #expect(try nicknames(path) == ["first"])
    #expect(try folder.names == ["demo.db"])
  }

  private static let id = [UInt8](repeating: 7, count: 16)
  private static let now = Moment(utcSeconds: 1_790_000_000)

  private func replace(_ path: String, name: String) throws {
    try Book.replaceDemo(at: path, id: Self.id, now: Self.now) { try add(name, to: $0) }
  }

  private func add(_ name: String, to book: Book) throws {
    _ = try book.creators.add(Creator(id: CreatorID(name), nickname: name), at: Self.now)
  }

  private func nicknames(_ path: String) throws -> [String] {
    let book = try Book.open(at: path)
    return try book.summaries.summaries(CreatorFilter(), on: Self.now.day)
      .map(\.creator.nickname).sorted()
  }

  private func failure(_ body: () throws -> Void) -> Failure? {
    #expect(throws: Failure.self, performing: body)
  }
}
