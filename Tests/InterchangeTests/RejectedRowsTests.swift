import Domain
import Foundation
import Testing

@testable import Interchange

/// Refused rows are written so that reading them again says the same.
@Suite struct RejectedRowsTests {
  private static func records(_ bytes: [UInt8]) throws -> ([CreatorRecord], CreatorReading) {
    var records: [CreatorRecord] = []
    let reading = CreatorListReader.read(bytes, file: "list") { record, _ in
      records.append(record)
    }
    #expect(reading.problems.isEmpty)
    return (records, reading)
  }

  @Test(arguments: [
    "pugongying_creators_3_header_rows.xlsx", "pugongying_note_batch_2026Q3.xlsx",
    "qiangua_creators_gb18030.csv", "xinhong_koc_sheet.csv", "mcn_candidates.csv",
  ])
  func `rows of a sample that were refused say the same when they come again`(sample: String) throws
  {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "samples")
    let bytes = Array(try Data(contentsOf: folder.appending(path: sample)))
    let (records, first) = try Self.records(bytes)
    let wanted = records.enumerated().filter { $0.offset % 3 == 1 }.map(\.element)
    let problems = wanted.map { record in
      ImportProblem(
        file: "list", line: record.line, column: "x", found: "=1, \"2\"", wanted: "3\n4")
    }
    let rejected = try RejectedRows(
      of: bytes, file: "list", options: .init(), problems: problems.reversed())
    #expect(rejected.count == wanted.count)
    let (again, second) = try Self.records(rejected.bytes)
    let plain = { (records: [CreatorRecord]) -> [CreatorRecord] in
      records.map { record in
        var record = record
        record.line = 0
        return record
      }
    }
    #expect(plain(again) == plain(wanted))
    #expect(second.layout?.name == first.layout?.name)
    #expect(second.columns.first?.use == .ignored("why the row was refused"))
    #expect(second.columns.dropFirst().map(\.header) == first.columns.map(\.header))
  }
}
