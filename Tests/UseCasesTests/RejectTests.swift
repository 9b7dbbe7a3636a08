import Domain
import Foundation
import Testing

@testable import UseCases

/// Importing what is right in a list, and the rest once it is corrected.
@Suite struct RejectTests {
  private func list(_ text: String, _ name: String = "list.csv") -> InputFile {
    InputFile(name: name, bytes: Array(text.utf8))
  }

  private func skipping(_ rejects: @escaping ([UInt8]) throws -> Void = { _ in }) -> ImportOptions {
    var options = ImportOptions()
    (options.skipsErrors, options.keepRejects) = (true, rejects)
    return options
  }

  /// Ten rows, of which those at the odd places are broken in one way each, and how each is mended.
  private static let rows: [(broken: String, mended: String)] = [
    ("a,A,100,10,\"two\nlines\"", ""), ("b,B,many,10,", "b,B,200,10,"),
    ("c,C,300,10,", ""), ("d,D,400,10,,", "d,D,400,10,"),
    ("e,E,500,10,", ""), ("f,F \"x\",600,10,", "f,\"F \"\"x\"\"\",600,10,"),
    ("g,G,700,10,", ""), ("h,,800,10,\"no\nname\"", "h,H,800,10,\"no\nname\""),
    ("a,A,100,10,again", ""), ("a,A,101,10,", "a,A,100,10,"),
  ]
  private static let header = "creator_id,nickname,followers,fee,note\n"

  @Test func `the rows that are right are filed, the others corrected later, as if all had been`()
    throws
  {
    let rows = Self.rows
    let mended = rows.map { $0.mended.isEmpty ? $0.broken : $0.mended }
    let (one, other) = (try TemporaryBook(), try TemporaryBook())
    var rejects = ""
    let report = try one.open().importLists(
      [list(Self.header + rows.map(\.broken).joined(separator: "\n"))],
      skipping { rejects = String(decoding: $0, as: UTF8.self) })
    #expect(report.refusedRows == 5)
    #expect(report.counts == [4, 0, 0])
    for (broken, mended) in rows where !mended.isEmpty {
      #expect(rejects.contains("," + broken + "\r\n"), "as it came: \(broken)")
      rejects = rejects.replacing("," + broken + "\r\n", with: "," + mended + "\r\n")
    }
    #expect(rejects.hasPrefix("\u{FEFF}refused because,creator_id,"))
    #expect(rejects.contains("row 4: followers: wanted a whole number"))
    let second = try one.open().importLists([list(rejects, "rejects.csv")])
    #expect(second.counts == [4, 0, 1])
    _ = try other.open().importLists([list(Self.header + mended.joined(separator: "\n"))])
    let (left, right) = (
      try one.open().exportCreators(CreatorSearch()),
      try other.open().exportCreators(CreatorSearch())
    )
    #expect(left.csv() == right.csv())
  }

  @Test func `what is filed is what the list without the refused rows would file`() throws {
    let (one, other) = (try TemporaryBook(), try TemporaryBook())
    let rows = Self.rows.map(\.broken)
    _ = try one.open().importLists([list(Self.header + rows.joined(separator: "\n"))], skipping())
    let right = stride(from: 0, to: 10, by: 2).map { rows[$0] }
    _ = try other.open().importLists([list(Self.header + right.joined(separator: "\n"))])
    #expect(try UndoTests.dump(one.path) == UndoTests.dump(other.path))
  }

  @Test func `a list of which nothing is right, or that is broken as a whole, is refused`() throws {
    let file = try TemporaryBook()
    let before = try UndoTests.dump(file.path)
    for text in [
      "creator_id,nickname,followers\na,A,x\n", "nothing,known\n1,2\n",
      "creator_id,nickname,nickname\na,A,B\n", "{\"a\": ",
    ] {
      let failure = #expect(throws: Failure.self) {
        try file.open().importLists([list(text)], skipping())
      }
      #expect(failure?.kind == .badInput)
    }
    #expect(try UndoTests.dump(file.path) == before)
  }

  @Test func `nothing is imported when the refused rows can't be kept`() throws {
    let file = try TemporaryBook()
    let before = try UndoTests.dump(file.path)
    let good = "creator_id,nickname,followers\na,A,x\nb,B,2\n"
    #expect(throws: Failure.self) {
      try file.open().importLists(
        [list(good)], skipping { _ in throw Failure(.cannotCreate, "full") })
    }
    #expect(throws: Failure.self) {
      try file.open().importLists(
        [list(good), list("creator_id,followers\nb,x\n", "other.csv")], skipping())
    }
    #expect(try UndoTests.dump(file.path) == before)
    var kept = 0
    let report = try file.open().importLists(
      [list(good), list(good.replacing("b,B", with: "c,C"), "other.csv")],
      skipping { _ in kept += 1 })
    #expect(report.refusedRows == 2)
    #expect(kept == 1)
  }

  @Test func `a row without which another can't be filed takes that one along`() throws {
    let file = try TemporaryBook()
    // The third row gets its nickname from the second, which is refused only when it is filed.
    let text =
      "creator_id,nickname,followers,fee,quoted_on,valid_until\n"
      + "z,Z,1,1,2026-11-01,\na,A,1,1,2026-11-01,2026-10-01\na,,2,1,2026-11-02,\n"
    let report = try file.open().importLists([list(text)], skipping())
    #expect(report.refusedRows == 2)
    #expect(report.counts == [1, 0, 0])
  }
}
