import Domain
import Testing

@testable import Interchange

/// Damaged and hostile files: read or refused, never a crash, never a wrong place.
@Suite struct HostileTests {
  @Test(arguments: [
    "qiangua_creators_gb18030.csv", "mcn_candidates.csv", "xinhong_koc_sheet.csv",
    "pugongying_kol_info/kol_0ff89196a3ad93058ae9c80f.json",
  ])
  func `a damaged sample is read or refused with places inside it`(name: String) throws {
    let whole = Array(try Sample.bytes(name).prefix(6_000))
    var random = SeededRandom(seed: 99)
    for _ in 0..<300 {
      var bytes = whole
      for _ in 0...random.below(3) {
        let place = random.below(bytes.count)
        switch random.below(4) {
        case 0: bytes[place] = UInt8(random.below(256))
        case 1: bytes.removeSubrange(place..<min(bytes.count, place + random.below(40)))
        case 2:
          bytes.insert(
            contentsOf: [0x22, 0x2C, 0x0A, 0xFF, 0x5B].shuffled(using: &random), at: place)
        default: bytes = Array(bytes.prefix(place + 1))
        }
        if bytes.isEmpty { bytes = [0x2C] }
      }
      let lines = bytes.count { $0 == 0x0A || $0 == 0x0D } + 1
      let (reading, records) = Sample.read(bytes, file: name)
      for problem in reading.problems.kept { #expect((0...lines).contains(problem.line)) }
      for record in records { #expect(record.hasIdentity && (1...lines).contains(record.line)) }
    }
  }

  @Test func `largest and smallest values are kept or refused, never wrapped`() {
    for column in ["followers", "engagement_rate", "fee", "fee_fen", "粉丝数(w)", "engagement_bp"] {
      for cell in [
        "9223372036854775807", "9223372036854775808", "99999999999999999", "100000000000", "1亿",
        "9999999999999999亿", "0.000000000000000001", "1e400", "-9223372036854775808", "∞", "NaN",
        "１２", "٣",
      ] {
        let (reading, records) = Sample.read("creator_id,\(column)\na,\(cell)")
        #expect(reading.problems.count + records.count == 1, "\(column) \(cell)")
        for record in records {
          #expect(record.followers.map { $0.value <= 100_000_000_000 } ?? true)
          let prices = record.quotes.compactMap(\.value.price)
          #expect(prices.allSatisfy { $0 <= .largest && $0 > .zero })
        }
      }
    }
  }

  @Test func `a header of many columns and a file of many quotes are read in no time`() {
    let header = (0..<20_000).map { "c\($0)" }.joined(separator: ",")
    #expect(Sample.read("creator_id," + header + "\n").0.problems.count == 0)
    let quotes = String(repeating: "\"\"", count: 400_000)
    #expect(Sample.read("creator_id,note\na,\"\(quotes)\"\n").1.count == 1)
    #expect(Sample.read(String(repeating: "\"", count: 800_001)).0.problems.count == 1)
    let open = String(repeating: "[", count: 500_000)
    #expect(Sample.read(open).0.problems.count == 1)
  }

  // Reading each of these took minutes when its time grew with the square of its length.
  @Test(.timeLimit(.minutes(1)))
  func `JSON of many creators on one line is read in no time`() {
    let rows = (0..<20_000).map { #"{"creator_id":"c\#($0)","nickname":"a","fee":1}"# }
    let (reading, records) = Sample.read("[" + rows.joined(separator: ",") + "]")
    #expect(reading.rows == 20_000)
    #expect(records.count == 20_000)
    #expect(records.last?.line == 1)
  }

  @Test(.timeLimit(.minutes(1)))
  func `a row of many raters is read in no time`() {
    let raters = 0..<20_000
    let header = raters.map { ",rating:r\($0),verdict:r\($0)" }.joined()
    let row = "a" + raters.map { ",\($0 % 5 + 1),ok" }.joined() + "\n"
    let (_, records) = Sample.read(
      "creator_id\(header)\n" + String(repeating: row, count: 5))
    #expect(records.count == 5)
    #expect(records.last?.reviews.count == 20_000)
    #expect(records.last?.reviews.last?.stars == 5)
    #expect(records.last?.reviews.last?.verdict == .ok)
  }

  @Test(.timeLimit(.minutes(1)))
  func `a cell of many words is read in no time, each word once`() {
    let words = (0..<50_000).map { "w\($0)" }
    let cell = (words + words).joined(separator: ";")
    let (_, records) = Sample.read("creator_id,tags,category\na,\(cell),\(cell)\n")
    let read = [records.first?.tags, records.first?.categories, CategoryText.parts(of: cell)]
    #expect(read.count { $0 == words } == 3)
  }
}
