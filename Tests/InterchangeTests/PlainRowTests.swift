import Domain
import Testing

@testable import Interchange

/// A plain row says the same as the record that is made of it otherwise.
@Suite struct PlainRowTests {
  private static let cells: [String: [String]] = [
    "creator_id": [
      "0741c7a87ce42c8218072e8c", "0741C7A87CE42C8218072E8C", "c-17_x", "A1", "null", "-x", "--",
      "6.1234E+23", "达人", " c18 ", "'-9",
    ],
    "user_id": ["", "0741c7a87ce42c8218072e8c", "aaaaaaaaaaaaaaaaaaaaaaaa", "12"],
    "red_id": ["", "987654321", "lin_xia", "null"],
    "profile_url": [
      "", "https://www.xiaohongshu.com/user/profile/0741c7a87ce42c8218072e8c",
      "https://www.xiaohongshu.com/user/profile/0741c7a87ce42c8218072e8c?x=1", "weibo.com/u/1",
    ],
    "nickname": [
      "", "小鹿", "小鹿🍑", "数据较少", "待填", "Null", "'=1+1", "=1", " 小鹿", "é", "e\u{301}", "が",
      "か\u{3099}", "ＡＢ", "a\u{200D}b", "𠀀", "☀️", "\"a, b\"", "\"a \"\"b\"\"\"", "\"a\nb\"",
      String(repeating: "小鹿", count: 40), "\"" + String(repeating: "a,", count: 70) + "b\"",
      "\"小鹿\"", "\"\"", "数码", "无声", "待到山花烂漫时",
    ],
    "followers": [
      "", "12500", "12,500", "1.25万", "1.5", "0", "99999999999999", "-", "００１２", "007",
    ],
    "followers_on": ["", "2026-08-03", "2026-02-30", "2026/8/3", "46237"],
    "engagement_rate": ["", "5.2%", "5.2", "0.005", "５％", "5.205%", "99999999%", "%"],
    "engagement_base": ["", "followers", "reads", "粉丝"],
    "format": ["image", "video", "图文", ""],
    "fee": ["", "3000", "3000.5", "0.001", "0", "¥3,000", "-1"],
    "quoted_on": ["", "2026-08-03"], "quote_source": ["", "mcn", "--", "list"],
    "valid_until": ["", "2026-12-31"],
    "category": ["", "美妆", "美妆;穿搭", "美妆；穿搭", "美妆|穿搭", "美妆; 穿搭", "美妆;美妆"],
    "agency": ["", "机构1", "null"], "city": ["", "上海"], "tags": ["", "新人"],
  ]

  @Test(arguments: [",", "\t"])
  func `plain rows say what records say, in any mixture of cells`(_ delimiter: String) {
    var random = SeededRandom(seed: 7)
    var plain = 0
    for _ in 0..<40 {
      let columns = ["creator_id"] + Self.cells.keys.sorted().filter { _ in random.below(3) < 2 }
      let header = columns.enumerated().filter { $0.offset == 0 || $0.element != "creator_id" }
        .map(\.element)
      var text = header.joined(separator: delimiter) + "\n"
      for _ in 0..<60 {
        // Most cells are the first ones of their columns, so that whole rows are plain.
        text +=
          header.map { column in
            let cells = Self.cells[column] ?? [""]
            return cells[
              random.below(4) < 3 ? random.below(min(2, cells.count)) : random.below(cells.count)]
          }.joined(separator: delimiter) + (random.below(5) == 0 ? "\r\n" : "\n")
      }
      plain += compare(text)
    }
    #expect(plain > 150, "too few rows are plain to try anything")
  }

  /// Reads a list both ways; how many of its rows are plain.
  private func compare(_ text: String) -> Int {
    var options = CreatorReading.Options()
    options.layout = .canonical
    var records: [Int: CreatorRecord] = [:]
    _ = CreatorListReader.read(Array(text.utf8), file: "list", options: options) { record, _ in
      records[record.line] = record
    }
    var plain = 0
    _ = CreatorListReader.read(
      Array(text.utf8), file: "list", options: options,
      plain: { row, layout in
        plain += 1
        let record = Self.record(of: row)
        let same = records[row.line] == record
        #expect(same, "\(record) is read as \(String(describing: records[row.line]))")
        return plain.isMultiple(of: 2)
      }, each: { _, _ in })
    return plain
  }

  private static func text(_ text: CreatorRow.Text) -> String? {
    text.isEmpty ? nil : String(decoding: text, as: UTF8.self)
  }

  private static func record(of row: CreatorRow) -> CreatorRecord {
    var record = CreatorRecord(line: row.line)
    (record.ownID, record.userID, record.redID) = (
      text(row.ownID), text(row.userID), text(row.redID)
    )
    (record.nickname, record.profileURL) = (text(row.nickname), text(row.profileURL))
    (record.city, record.agency, record.gender) = (
      text(row.city), text(row.agency), text(row.gender)
    )
    record.healthLevel = text(row.healthLevel)
    record.categories = (text(row.categories) ?? "").split(separator: ";").map(String.init)
      .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    if row.followers >= 0 {
      record.followers = .init(
        row.followers, day: row.followersSeen.day, source: text(row.followersSeen.source))
    }
    if row.rate >= 0 {
      record.engagement = .init(
        EngagementRate(basisPoints: row.rate, base: row.base), day: row.rateSeen.day,
        source: text(row.rateSeen.source))
    }
    for (format, fen) in [(NoteFormat.image, row.imageFen), (.video, row.videoFen)] where fen >= 0 {
      record.quotes.append(
        .init(
          .init(
            format: format, price: fen == 0 ? nil : Money(fen: fen),
            validUntil: fen == 0 ? nil : row.validUntil), day: row.quoted.day,
          source: text(row.quoted.source)))
    }
    (record.day, record.source) = (row.seen.day, text(row.seen.source))
    return record
  }

  @Test func `whatever stands in a plain text stays as it is`() {
    // Every one of the first planes' scripts, and of the rest each thirteenth.
    let values = Array(UInt32(0x21)...0x33FF) + stride(from: UInt32(0x3400), to: 0x30000, by: 13)
    for scalar in values.compactMap(Unicode.Scalar.init) {
      let text = "小\(scalar)\(scalar)"
      let bytes = Array(text.utf8)
      // What ends a cell is in none; eight bytes are read of each, and a block is looked at.
      if ["\"", ",", "\u{7F}"].contains(scalar) { continue }
      let padded = bytes + Array(",".utf8) + [UInt8](repeating: 0x20, count: 128)
      let isPlain = padded.withUnsafeBytes { padded in
        guard let start = padded.baseAddress,
          let list = CellEnds.Text(padded, partedBy: Byte.comma)
        else { return false }
        var ends = CellEnds()
        ends.go(to: 0, in: list)
        _ = ends.next(in: list)
        let cell = PlainCell(start: start, count: bytes.count)
        return cell.text(mayBeOdd: ends.hasOthers) != nil
      }
      if isPlain, Array(Key.normalised(text).utf8) != bytes || (try? CellText.line(text)) != text {
        Issue.record("U+\(String(scalar.value, radix: 16))")
      }
    }
  }
}
