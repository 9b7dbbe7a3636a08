import Domain
import Testing

@testable import Interchange

@Suite struct LayoutTests {
  private let id = "0ff89196a3ad93058ae9c80f"

  /// The one record of a list that has no problem.
  private func record(_ text: String, _ options: CreatorReading.Options = .init()) throws
    -> CreatorRecord
  {
    let (reading, records) = Sample.read(text, options)
    #expect(reading.problems.kept == [])
    return try #require(records.first)
  }

  private func problems(_ text: String) -> [String] {
    Sample.read(text).0.problems.kept.map(\.description)
  }

  // By Python: date(1899, 12, 30) + timedelta(46237).
  @Test(arguments: [("36526", 2000, 1, 1), ("46237", 2026, 8, 3), ("73050", 2099, 12, 31)])
  func `a day may be the number that Excel shows for it`(
    cell: String, year: Int, month: Int, day: Int
  )
    throws
  {
    let record = try record("creator_id,fee,format,quoted_on\nA1,5,image,\(cell)\n")
    #expect(record.quotes.first?.day == Day(year: year, month: month, day: day))
  }

  @Test(arguments: ["36525", "73051", "+46237", "046237", "46237.5"])
  func `no other number is a day`(cell: String) {
    #expect(problems("creator_id,quoted_on\nA1,\(cell)\n").count == 1)
  }

  @Test func `kolbook's own columns are read in any order and case`() throws {
    let record = try record(
      """
      Fee,FORMAT,creator_id,Nickname,followers,engagement_rate,category,agency,rating,city,\
      profile_url,quoted_on,red_id,tags,source,engagement_base,valid_until,note
      "8,000.05",video,A1,小红薯,1.2万,5.2%,beauty;skincare,半糖,4,上海,\
      https://www.xiaohongshu.com/user/profile/\(id),2026/8/3,99,\
      新人；二剪,电话,reads,2026-09-30,好

      """)
    #expect(record.ownID == "A1")
    #expect(record.userID == id)
    #expect(record.redID == "99")
    #expect(record.profileURL == "https://www.xiaohongshu.com/user/profile/\(id)")
    #expect(record.followers?.value == 12_000)
    #expect(record.engagement?.value == EngagementRate(basisPoints: 520, base: .reads))
    let quote = try #require(record.quotes.first)
    #expect(quote.value.format == .video)
    #expect(quote.value.price == Money(fen: 800_005))
    #expect(quote.value.validUntil == Day(year: 2026, month: 9, day: 30))
    #expect(quote.day == Day(year: 2026, month: 8, day: 3))
    #expect(record.categories == ["beauty", "skincare"])
    #expect(record.tags == ["新人", "二剪"])
    #expect(record.reviews.map(\.stars) == [4])
    #expect(record.reviews.map(\.rater) == [nil])
    #expect(record.source == "电话")
    #expect(record.notes.map(\.text) == ["好"])
  }

  @Test func `Chinese headers mean the same`() throws {
    let record = try record(
      "达人ID,昵称,粉丝数（万）,互动率,报价,笔记形式,类目\n\(id.uppercased()),小红薯,8.6,5.20%,¥3000,图文,护肤")
    #expect(record.ownID == id)
    #expect(record.userID == id)
    #expect(record.followers?.value == 86_000)
    #expect(record.engagement?.value == EngagementRate(basisPoints: 520, base: .followers))
    #expect(record.quotes.map(\.value.price) == [Money(yuan: 3_000)])
  }

  @Test func `what a file leaves open is settled by its layout and said`() {
    let (reading, records) = Sample.read(
      "creator_id,nickname,followers,engagement_rate,fee\na,b,1,5,7")
    #expect(records.first?.quotes.map(\.value.format) == [.image])
    #expect(
      reading.assumptions == [
        "fee: no column format, so the prices are for image notes",
        "engagement_rate: no column engagement_base, so the rates are of followers",
      ])
  }

  @Test func `percent is percent, whatever its size`() throws {
    for (cell, bp) in [("0.052", Int64(5)), ("5.2", 520), ("50.00", 5_000), ("120%", 12_000)] {
      let record = try record("creator_id,engagement_rate\na,\(cell)")
      #expect(record.engagement?.value.basisPoints == bp)
    }
  }

  @Test(arguments: ["", "-", "--", "—", "null", "数据较少", "无接单权限", "待填", " -- "])
  func `words for nothing say nothing`(word: String) throws {
    let record = try record(
      "creator_id,followers,engagement_rate,fee,city\na,\(word),\(word),\(word),\(word)")
    #expect(record.followers == nil)
    #expect(record.engagement == nil)
    #expect(record.quotes == [])
    #expect(record.city == nil)
  }

  @Test func `a price of 0 says that there is no quote`() throws {
    let record = try record("creator_id,fee\na,0")
    #expect(record.quotes.map(\.value) == [.init(format: .image, price: nil)])
  }

  @Test func `the bare price is the quote, and a price with the fee in it is not`() throws {
    let head = "小红书ID,博主名称,图文报价,图文报备裸价,图文执行价（含平台服务费）,返点\n\(id),薯,"
    var options = CreatorReading.Options()
    let plain = try record(head + "6600,6000,6600,", options)
    #expect(plain.quotes.map(\.value.price) == [Money(yuan: 6_000)])
    #expect(plain.notes.map(\.reason) == [.unclearPrice, .withFee])
    #expect(try record(head + ",,6600,", options).quotes == [])
    #expect(
      try record(head + ",,6600,", options).notes.map(\.line) == [
        "图文执行价（含平台服务费）: ¥6,600.00 (price with the fee in it)"
      ])
    options.brandFee = Share(basisPoints: 1_000)
    #expect(try record(head + "6600,6000,6600,", options).notes.map(\.reason) == [.unclearPrice])
    #expect(try record(head + ",,6600,", options).quotes.map(\.value.price) == [Money(yuan: 6_000)])
    // No whole number of fen gives ¥6,600.01 with 10 % on it.
    #expect(try record(head + ",,6600.01,", options).quotes == [])
    #expect(try record(head + ",,6600.01,", options).notes.map(\.reason) == [.withFee])
  }

  @Test func `an intake form's id is a user id or a 小红书号 by its shape`() throws {
    #expect(try record("小红书ID,返点\n\(id),20%").userID == id)
    #expect(try record("小红书ID,返点\n6299994484,20%").redID == "6299994484")
  }

  @Test func `medians stay apart by scene, and 0 is no sample`() throws {
    let text = """
      [{"userId": "\(id)", "name": "薯", "fansNum": 125000, "readMidNor30": 8000,
        "interMidNor30": 416, "readMidCoop30": 0, "interMidCoop30": 12,
        "accumCommonImpMedinNum30d": 90000, "picturePrice": 3000.0, "videoPrice": 0,
        "fansActiveIn28dLv": 40.6, "estimatePictureCpm": 100.5}]
      """
    let record = try record(text)
    #expect(
      record.metrics.map { "\($0.name) \($0.value)" } == [
        "reads.everyday.30d 8000", "interactions.everyday.30d 416",
        "interactions.sponsored.30d 12", "impressions.everyday.30d 90000",
      ])
    #expect(record.engagement?.value == EngagementRate(basisPoints: 520, base: .reads))
    #expect(record.quotes.map(\.value.price) == [Money(yuan: 3_000), nil])
  }

  @Test func `Pugongying's list is the same as CSV with Chinese headers`() throws {
    let record = try record(
      "博主ID,昵称,粉丝数,阅读中位数（日常）,互动中位数（日常）,图文报价,视频报价\n\(id),薯,\"125,000\",8000,416,3000,--")
    #expect(record.userID == id)
    #expect(record.engagement?.value == EngagementRate(basisPoints: 520, base: .reads))
    #expect(record.quotes.map(\.value.price) == [Money(yuan: 3_000)])
  }

  @Test(arguments: [
    ("ok", Verdict.ok), ("OK", .ok), ("nok", .no), ("看价格", .price(ceiling: nil)),
    ("保留", .hold), ("1000以内可以考虑", .price(ceiling: Money(yuan: 1_000))),
    ("1.5k以内", .price(ceiling: Money(yuan: 1_500))),
    ("price:1000.50", .price(ceiling: Money(fen: 100_050))), ("no", .no), ("hold", .hold),
  ])
  func `reviewers' words are verdicts`(text: String, verdict: Verdict) {
    #expect(ReviewText.verdict(text) == verdict)
    #expect(ReviewText.verdict(ReviewText.text(verdict)) == verdict)
  }

  @Test func `a reviewer's other words are a note`() throws {
    let record = try record("达人昵称,小红书链接,审核一反馈,Lily 反馈\n薯,xiaohongshu.com/user/profile/\(id),再看看,ok")
    #expect(record.notes.map(\.line) == ["审核一反馈: 再看看"])
    #expect(record.reviews.map(\.rater) == ["Lily"])
  }
}
