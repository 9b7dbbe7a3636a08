import Domain
import Testing

@testable import Interchange

/// Offers are read as the lists they come from, without a text copied.
@Suite struct OfferListTests {
  private static let today = Day("2026-11-23")

  private func read(_ bytes: [UInt8], needsEngagement: Bool = true) throws -> OfferList {
    OfferListReader.read(
      bytes, file: "offers", today: try #require(Self.today), needsEngagement: needsEngagement)
  }

  private func read(_ text: String) throws -> OfferList { try read(Array(text.utf8)) }

  private func shown(_ list: OfferList) -> [String] {
    list.rows.map { row in
      let words = [
        list.id(of: row.creator).text, list.nickname(of: row.creator), row.format.rawValue,
        list.agencies[Int(row.agency)], list.categoryCells[Int(row.categories)],
      ]
      let figures = [
        row.followers, Int64(row.engagementBasisPoints), row.quoteFen,
        Int64(row.ratingWeightPercent),
      ]
      return (words + figures.map { "\($0)" }).joined(separator: "|")
    }
  }

  @Test func `a row is an offer, in yuan or in fen, rated or not`() throws {
    let list = try read(
      """
      creator_id,nickname,followers,engagement_rate,fee,category,agency,rating,format
      kb2,"小""鹿",1.2万,5.25%,"¥1,000.05",美妆;护肤,青柚,4.5,video
      kb1,桃桃,30000,2,800,food,,,image

      kb2,"小""鹿",12000,5.25%,900,美妆;护肤,青柚,4.5,图文
      """)
    #expect(list.problems.kept == [])
    #expect(
      shown(list) == [
        "kb1|桃桃|image||food|30000|200|80000|100",
        "kb2|小\"鹿|image|青柚|美妆;护肤|12000|525|90000|123",
        "kb2|小\"鹿|video|青柚|美妆;护肤|12000|525|100005|123",
      ])
    let fen = try read("creator_id,followers,engagement_bp,fee_fen\nkb1,1,100,12345\n")
    #expect(shown(fen) == ["kb1|kb1|image|||1|100|12345|100"])
    let rate = "creator_id,followers,engagement_bp,fee\nkb1,1,3000000000,1\n"
    #expect(
      try read(rate).problems.kept.map(\.wanted) == [
        "basis points up to 10000000, such as 520 for 5.2%"
      ])
  }

  @Test func `the same offers are read from UTF-8 with a mark, GB18030, tabs and Chinese headers`()
    throws
  {
    let plain = shown(
      try read("creator_id,nickname,followers,engagement_rate,fee\nc-100,美妆,1,1,1\n"))
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let header = "creator_id,nickname,followers,engagement_rate,fee\r\nc-100,"
    #expect(plain == ["c-100|美妆|image|||1|100|100|100"])
    #expect(shown(try read(mark + Array((header + "美妆,1,1,1").utf8))) == plain)
    let gb18030 = Array(header.utf8) + [0xC3, 0xC0, 0xD7, 0xB1] + Array(",1,1,1\r\n".utf8)
    #expect(shown(try read(gb18030)) == plain)
    let chinese = "达人id\t昵称\t粉丝数\t互动率\t报价\nc-100\t美妆\t1\t1%\t1"
    #expect(shown(try read(chinese)) == plain)
  }

  @Test func `a fee of nothing is a gift, no fee is no offer, and neither is one that ran out`()
    throws
  {
    let list = try read(
      """
      creator_id,followers,engagement_rate,fee,valid_until
      a,1,1,0,
      b,1,1,,
      c,1,1,--,
      d,1,1,5,2026-11-22
      e,1,1,5,2026-11-23
      """)
    #expect(list.problems.kept == [])
    #expect(shown(list) == ["a|a|image|||1|100|0|100", "e|e|image|||1|100|500|100"])
    #expect(list.creators == 5)
  }

  @Test func `every problem has its line and column, and what contradicts another row is one`()
    throws
  {
    let list = try read(
      """
      creator_id,followers,engagement_rate,fee_fen,rating,format
      a,x,5,100,,image
      b,1,5.2‰,1.5,6,gif
      ,1,1,1,,image
      c,1,1,1,,image
      c,1,1,2,,image
      d,99999,1,1,,image
      d,100000,1,1,,video
      c,1,1,1,,image
      e,1,1,1,,
      """)
    #expect(
      list.problems.sorted.map(\.description) == [
        "offers:2: followers: wanted a whole number, such as 125000, 125,000 or 12.5万, "
          + "found \"x\"",
        "offers:3: engagement_rate: wanted a percentage, such as 5.2% or 5.2, found \"5.2‰\"",
        "offers:3: rating: wanted stars, 1 through 5, with at most two decimals, found \"6\"",
        "offers:3: fee_fen: wanted a whole number of fen, such as 300000 for ¥3,000, "
          + "found \"1.5\"",
        "offers:3: format: wanted image or video (图文 or 视频), found \"gif\"",
        "offers:4: creator_id: wanted an id, found nothing",
        "offers:6: wanted the same offer, as line 5 says, found another image offer of c",
        "offers:8: wanted 99999, as line 7 says, found 100000 followers of d",
        "offers:10: format: wanted image or video (图文 or 视频), found nothing",
      ])
  }

  @Test func `missing, unknown and doubled columns are named, all of them`() throws {
    let found = try read("creator_id,fees,昵称,nickname,city\na,1,b,c,d\n").problems.kept
    #expect(
      found.map { "\($0.found) → \($0.wanted)" } == [
        "the column fees → one of \(OfferColumns.wanted)",
        "a second column for what nickname says → one column for one value",
        "no such column → the column followers", "no such column → the column fee or fee_fen",
        "no such column → the column engagement_rate",
      ])
    let bare = Array("creator_id,followers,fee\na,1,1\n".utf8)
    #expect(try read(bare, needsEngagement: false).problems.isEmpty)
  }

  @Test func `creators are numbered in the byte order of their ids`() throws {
    var random = SeededRandom(seed: 11)
    let letters = Array("abz019_-ABZ鹿é")
    var ids: Set<String> = []
    for _ in 0..<2_000 {
      let length = Int.random(in: 1...14, using: &random)
      ids.insert(
        "shared" + String((0..<length).map { _ in letters.randomElement(using: &random) ?? "a" }))
    }
    let shuffled = ids.sorted().shuffled(using: &random)
    let rows = shuffled.map { "\($0),1,1,1" }
    let list = try read(
      "creator_id,followers,engagement_rate,fee\n" + rows.joined(separator: "\n"))
    let sorted = ids.map(CreatorID.init).sorted()
    #expect(list.rows.map { list.id(of: $0.creator) } == sorted)
    #expect(sorted.indices.allSatisfy { list.creator(of: sorted[$0]) == Int32($0) })
    #expect(list.creator(of: CreatorID("nobody")) == nil)
  }

  @Test func `thousands of agencies keep their numbers`() throws {
    let names = (0..<5_000).map { "MCN \($0 % 3_000)" }
    let rows = names.enumerated().map { "id-\(10_000 + $0),1,1,1,\($1)" }
    let list = try read(
      "creator_id,followers,engagement_rate,fee,agency\n" + rows.joined(separator: "\n"))
    #expect(list.rows.map { list.agencies[Int($0.agency)] } == names)
    #expect(list.agencies.count == 3_001)
  }
}
