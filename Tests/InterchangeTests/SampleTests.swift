import Domain
import Foundation
import Interchange
import Testing

/// Every figure of every sample, against expectations made by Python's csv, json and decimal
/// (`samples/expectations.py`).
@Suite struct SampleTests {
  @Test(arguments: [
    ("qiangua", "qiangua_creators_gb18030.csv", TextEncoding.gb18030),
    ("xinhong", "xinhong_koc_sheet.csv", .utf8), ("mcn", "mcn_candidates.csv", .utf8),
  ])
  func `a list is read as it is`(layout: String, file: String, encoding: TextEncoding) throws {
    let (reading, records) = Sample.read(try Sample.bytes(file), file: file)
    #expect(reading.problems.kept == [])
    #expect(reading.layout?.name == layout)
    #expect(reading.encoding == encoding)
    #expect(reading.delimiter == .comma)
    let expected = try Sample.expected(layout)
    #expect(reading.rows == expected.count)
    #expect(records.count == expected.count)
    for (record, expected) in zip(records, expected) {
      #expect(Sample.line(Sample.json(record)) == Sample.line(expected))
    }
  }

  /// The fee of 10 % with which the sample was made: prices with the fee in it come out exactly.
  @Test(arguments: [
    ("pugongying-export", "pugongying_creators_3_header_rows.xlsx", "博主列表"),
    ("pugongying-notes", "pugongying_note_batch_2026Q3.xlsx", "笔记批量数据"),
  ])
  func `a workbook is read as it is`(layout: String, file: String, sheet: String) throws {
    var options = CreatorReading.Options()
    options.brandFee = Share(basisPoints: 1_000)
    let (reading, records) = Sample.read(try Sample.bytes(file), file: file, options)
    #expect(reading.problems.kept == [])
    #expect(reading.layout?.name == layout)
    #expect(reading.sheet == sheet)
    #expect(reading.encoding == nil)
    #expect(!reading.columns.map(\.use).contains(.unknown))
    let expected = try Sample.expected(layout)
    #expect(reading.rows == expected.count)
    #expect(records.count == expected.count)
    for (record, expected) in zip(records, expected) {
      #expect(Sample.line(Sample.json(record)) == Sample.line(expected))
    }
  }

  @Test func `Pugongying profiles are read as they are`() throws {
    for expected in try Sample.expected("pugongying") {
      let file = try #require(expected["file"] as? String)
      let (reading, records) = Sample.read(try Sample.bytes(file), file: file)
      #expect(reading.problems.kept == [])
      #expect(reading.layout?.name == "pugongying")
      #expect(records.count == 1)
      var actual = Sample.json(try #require(records.first))
      #expect(actual.removeValue(forKey: "line") as? Int == 7)
      actual["file"] = file
      #expect(Sample.line(actual) == Sample.line(expected))
    }
  }

  @Test func `no off-platform price and no estimate becomes a quote`() throws {
    let (mcn, candidates) = Sample.read(try Sample.bytes("mcn_candidates.csv"), file: "mcn")
    #expect(candidates.flatMap(\.quotes) == [])
    #expect(mcn.notes[.offPlatform] == 112)
    let (xinhong, koc) = Sample.read(try Sample.bytes("xinhong_koc_sheet.csv"), file: "xinhong")
    let quoted = koc.count { !$0.quotes.isEmpty }
    #expect(quoted == 15)
    #expect(xinhong.notes[.estimate] == 92)
  }

  @Test func `what the columns became is said`() throws {
    let (reading, _) = Sample.read(try Sample.bytes("mcn_candidates.csv"), file: "mcn")
    let uses = Dictionary(uniqueKeysWithValues: reading.columns.map { ($0.header, $0.use) })
    #expect(uses["序号"] == .ignored("a row number"))
    #expect(uses["图文非报备"] == .kept)
    #expect(uses["审核二反馈"] == .read)
    #expect(!reading.columns.map(\.use).contains(.unknown))
  }
}

enum Sample {
  static func bytes(_ name: String) throws -> [UInt8] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "samples")
    return Array(try Data(contentsOf: folder.appending(path: name)))
  }

  static func expected(_ layout: String) throws -> [[String: Any]] {
    let all = try JSONSerialization.jsonObject(with: Data(try bytes("expected.json")))
    return try #require((all as? [String: [[String: Any]]])?[layout])
  }

  static func read(
    _ bytes: [UInt8], file: String, _ options: CreatorReading.Options = .init()
  ) -> (CreatorReading, [CreatorRecord]) {
    var records: [CreatorRecord] = []
    let reading = CreatorListReader.read(bytes, file: file, options: options) {
      record, _ in records.append(record)
    }
    return (reading, records)
  }

  static func read(
    _ text: String, _ options: CreatorReading.Options = .init()
  ) -> (CreatorReading, [CreatorRecord]) {
    read(Array(text.utf8), file: "list", options)
  }

  /// A record in the words of `expected.json`: what is empty is left out.
  static func json(_ record: CreatorRecord) -> [String: Any] {
    let reviews = record.reviews.map { review -> [Any] in
      let verdict = review.verdict
      return [
        review.rater ?? "", verdict?.code ?? "", verdict?.ceiling.map { Int($0.fen) } ?? NSNull(),
        review.comment,
      ]
    }
    let quotes = record.quotes.map { quote -> [Any] in
      [quote.value.format.rawValue, quote.value.price.map { Int($0.fen) } ?? NSNull()]
    }
    var engagement: [Any] = []
    if let rate = record.engagement?.value {
      engagement = [Int(rate.basisPoints), rate.base.rawValue]
    }
    let lists: [String: [Any]] = [
      "reviews": reviews, "quotes": quotes, "engagement": engagement,
      "categories": record.categories, "tags": record.tags,
      "notes": record.notes.map { [$0.label, $0.text, $0.reason.rawValue] },
    ]
    let texts = [
      "user_id": record.userID, "red_id": record.redID, "url": record.profileURL,
      "nickname": record.nickname, "agency": record.agency, "city": record.city,
      "gender": record.gender, "health": record.healthLevel,
    ]
    var result: [String: Any] = lists.filter { !$0.value.isEmpty }
    for case (let name, let text?) in texts { result[name] = text }
    result["line"] = record.line
    result["followers"] = record.followers.map { Int($0.value) }
    result["metrics"] = Dictionary(
      uniqueKeysWithValues: record.metrics.map { ($0.name, Int($0.value)) })
    return result
  }

  static func line(_ object: [String: Any]) -> String {
    let data = try? JSONSerialization.data(
      withJSONObject: object, options: [.sortedKeys, .withoutEscapingSlashes])
    return data.map { String(decoding: $0, as: UTF8.self) } ?? "no JSON"
  }
}
