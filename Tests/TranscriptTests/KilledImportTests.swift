import Foundation
import SQLite
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An import that is killed leaves the old book or the new one, never between.
@Suite struct KilledImportTests {
  private static let rows = 12_000

  /// A folder with a book of one creator and a list of many.
  private func folder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "kolbook-killed-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var list = "creator_id,nickname,followers,fee,format,category,tags,rating,note\n"
    for row in 0..<Self.rows {
      list += "c\(row),薯\(row),\(row * 7),\(row + 1),image,美妆,新人,4,remark \(row)\n"
    }
    try list.write(to: folder.appending(path: "list.csv"), atomically: true, encoding: .utf8)
    #expect(try run(["init"], in: folder).wait() == 0)
    #expect(try run(["add", "first", "--id", "first"], in: folder).wait() == 0)
    return folder
  }

  private func run(_ arguments: [String], in folder: URL) throws -> Process {
    try ChildProgram.start(arguments, in: folder)
  }

  /// How many creators the book has; everything else must fit to that number.
  private func creators(in folder: URL) throws -> Int64 {
    let book = try Connection(path: folder.appending(path: "kolbook.db").path, access: .readWrite)
    let health = try book.all("PRAGMA integrity_check") { row in try row.text(0) }
    #expect(health == ["ok"])
    #expect(try book.all("PRAGMA foreign_key_check") { _ in 1 }.isEmpty)
    let count = { (table: String) in
      try book.first("SELECT count(*) FROM \(table)") { row in row.int64(0) } ?? -1
    }
    let creators = try count("creator")
    for table in ["follower_fact", "quote", "creator_tag", "rating", "creator_note"] {
      #expect(try count(table) == creators - 1, "\(table)")
    }
    #expect(try count("v_change WHERE command LIKE 'import%'") == (creators > 1 ? 1 : 0))
    return creators
  }

  /// How long the import takes here, measured without keeping anything.
  private func lengthOfImport(in folder: URL) throws -> Duration {
    let start = ContinuousClock.now
    #expect(try run(["import", "list.csv", "--dry-run"], in: folder).wait() == 0)
    return ContinuousClock.now - start
  }

  private func sleep(_ length: Duration, share: Double) {
    usleep(UInt32(max(0, length / .microseconds(1) * share)))
  }

  @Test func `kill -9 at any time leaves the old book or the new one`() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let length = try lengthOfImport(in: folder)
    var outcomes: Set<Int64> = []
    for part in 1...14 {
      let process = try run(["import", "list.csv"], in: folder)
      // Most of the time in the middle, some around the commit at the end.
      let share = part <= 7 ? Double(part) / 8 : 0.9 + Double(part - 7) / 35
      sleep(length, share: share)
      kill(process.processIdentifier, SIGKILL)
      _ = process.wait()
      let count = try creators(in: folder)
      #expect([1, Int64(Self.rows) + 1].contains(count))
      outcomes.insert(count)
      if count > 1 { break }
    }
    #expect(outcomes.contains(1), "no run was killed before its end")
    #expect(try run(["import", "list.csv"], in: folder).wait() == 0)
    #expect(try creators(in: folder) == Int64(Self.rows) + 1)
  }

  @Test func `Ctrl-C rolls an import back and ends with 130`() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let length = try lengthOfImport(in: folder)
    let process = try run(["import", "list.csv"], in: folder)
    sleep(length, share: 0.5)
    kill(process.processIdentifier, SIGINT)
    let code = process.wait()
    #expect(code == 130)
    #expect(process.terminationReason == .exit, "it ended by itself, after rolling back")
    #expect(try creators(in: folder) == 1)
  }
}
