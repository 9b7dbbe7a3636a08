import Domain
import Testing

@testable import Interchange

@Suite struct CreatorListWriterTests {
  @Test func `what is exported as CSV or JSON is read back, and exported again is the same bytes`()
    throws
  {
    var random = SeededRandom(seed: 2_026)
    for _ in 0..<150 {
      let records = (0..<random.below(6)).map { random.record($0) }
      let writer = CreatorListWriter(records)
      for format in [CSVWriter(), .excel, CSVWriter(delimiter: .tab)] {
        let bytes = writer.csv(format)
        let back = Self.merged(Sample.read(bytes, file: "csv"))
        #expect(back == records)
        #expect(CreatorListWriter(back).csv(format) == bytes)
      }
      let text = writer.json.text()
      let back = Self.merged(Sample.read(text), mayBeEmpty: records.isEmpty)
      #expect(back == records)
      #expect(CreatorListWriter(back).json.text() == text)
    }
  }

  @Test func `a workbook is read back in every language, and written again is the same bytes`()
    throws
  {
    var random = SeededRandom(seed: 2_027)
    for round in 0..<90 {
      let records = (0..<random.below(6)).map { random.record($0) }
      let language = HeaderLanguage.allCases[round % 3]
      let bytes = CreatorListWriter(records).xlsx(language, rater: "Li") { _, _ in }
      let (reading, read) = Sample.read(bytes, file: "all.xlsx")
      #expect(reading.layout?.name == "kolbook")
      #expect(reading.columns.allSatisfy { $0.use == .read }, "\(reading.columns)")
      let back = Self.merged((reading, read))
      #expect(back == records)
      #expect(CreatorListWriter(back).xlsx(language, rater: "Li") { _, _ in } == bytes)
    }
  }

  @Test(arguments: [
    "=1+1", "+86 138", "-", "--", "null", "@me", "'=1+1", "''x", "'", "007", "6123e45",
    "5f0123456789abcdef012345", "652638315376245123456789", "_x0041_", "_x005F_",
    "1 < 2 & \"3\" > 2",
    "🍑 桃桃", "👩‍👩‍👧", "مرحبا", "שלום", "\u{200F}rtl", "\u{301}a", " nbsp\u{A0}",
  ]) func `a text of a workbook comes back as it was`(_ text: String) {
    var record = CreatorRecord(line: 0)
    record.ownID = "kb1"
    record.nickname = Key.normalised(text)
    record.city = "x" + Key.normalised(text)
    let bytes = CreatorListWriter([record]).xlsx(.both, rater: "Li") { _, _ in }
    #expect(Self.merged(Sample.read(bytes, file: "all.xlsx")) == [record])
  }

  /// The rows of one creator as one record again.
  private static func merged(
    _ read: (CreatorReading, [CreatorRecord]), mayBeEmpty: Bool = false
  ) -> [CreatorRecord] {
    if !mayBeEmpty { #expect(read.0.problems.kept == []) }
    var records: [CreatorRecord] = []
    for var record in read.1 {
      record.line = 0
      if var last = records.last, last.ownID == record.ownID {
        last.quotes += record.quotes
        records[records.count - 1] = last
      } else {
        records.append(record)
      }
    }
    return records
  }
}

extension SeededRandom {
  /// A name of anything that survives the door: trimmed, NFC, no line breaks.
  fileprivate mutating func name() -> String {
    let text = text().unicodeScalars.filter { !["\n", "\r", "\t"].contains($0) }
    return Key.normalised(String(String.UnicodeScalarView(text)))
  }

  fileprivate mutating func maybe(_ text: String) -> String? {
    below(3) == 0 || text.isEmpty ? nil : text
  }

  fileprivate mutating func day() -> Day? {
    below(3) == 0 ? nil : Day(number: Int32(below(40_000)))
  }

  fileprivate mutating func words() -> [String] {
    let words = (0..<below(3)).map { "\($0)" + name().filter { !";|；".contains($0) } }
    return words.map(Key.normalised)
  }

  fileprivate mutating func record(_ number: Int) -> CreatorRecord {
    var record = CreatorRecord(line: 0)
    record.ownID = "id\(number)"
    record.userID = maybe("00000000000000000000000\(number)")
    record.redID = maybe(String(UInt64(below(1 << 50)) * 3))
    record.nickname = maybe(below(9) == 0 ? "null" : name())
    if below(3) > 0 {
      record.followers = .init(Int64(below(9_999_999)), day: day(), source: maybe(name()))
    }
    if below(3) > 0 {
      let base = EngagementRate.Base.allCases[below(2)]
      record.engagement = .init(
        EngagementRate(basisPoints: Int64(below(30_000)), base: base), day: day(),
        source: maybe(name()))
    }
    for format in NoteFormat.allCases where below(2) == 0 {
      let price = below(5) == 0 ? nil : Money(fen: 1 + Int64(below(9_000_000)))
      record.quotes.append(
        .init(
          .init(format: format, price: price, validUntil: price == nil ? nil : day()), day: day(),
          source: maybe(name())))
    }
    record.categories = words()
    record.agency = maybe(name())
    record.city = maybe(name())
    record.gender = maybe(name())
    record.healthLevel = maybe(name())
    record.tags = words()
    for rater in ["李", "Li", "li"] where below(3) == 0 {
      let verdict = [
        Verdict.ok, .no, .hold, .price(ceiling: nil), .price(ceiling: Money(fen: 150)),
      ]
      record.reviews.append(
        .init(
          rater: rater, stars: 1 + Int64(below(5)),
          verdict: below(2) == 0 ? nil : verdict[below(5)], comment: name(), day: day()))
    }
    record.reviews.sort { ($0.rater ?? "") < ($1.rater ?? "") }
    return record
  }
}
