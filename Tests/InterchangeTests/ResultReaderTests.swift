import Domain
import Testing

@testable import Interchange

/// Results as other sources write them, and what is wrong with odd ones.
@Suite struct ResultReaderTests {
  private func read(_ text: String) -> (rows: [ResultRecord], reading: ResultReading) {
    var rows: [ResultRecord] = []
    let reading = ResultReader.read(Array(text.utf8), file: "f") { row, _ in rows.append(row) }
    return (rows, reading)
  }

  private func problems(_ text: String) -> [String] {
    read(text).reading.problems.kept.map(\.description)
  }

  private func note(_ text: String) throws -> StatedNote {
    let (rows, reading) = read(text)
    #expect(reading.problems.kept == [])
    guard case .note(let note)? = rows.first?.content else {
      throw ImportProblem(file: "f", line: 1, found: "no note", wanted: "a note")
    }
    return note
  }

  @Test func `a note list's cost is what was consumed, less refunds and never below 0`() throws {
    let list = { (money: String) in
      """
      {"data": {"list": [{"noteId": "AAAAAAAAAAAAAAAAAAAAAAAA", "bizId": 6526383153762450120,
        "kolId": "dcd49c5aa718fd72f7daf1a4", "kolFanNum": 9446, "totalPlatformPrice": 42,
        \(money), "impNum": 10, "readNum": 5, "engageNum": 1}]}}
      """
    }
    let actual = try note(list("\"totalConsume\": 500, \"actualConsume\": 462.5"))
    #expect(actual.noteID == "aaaaaaaaaaaaaaaaaaaaaaaa")
    #expect(actual.order == "6526383153762450120", "a number with all its digits")
    #expect(actual.cost == Money(fen: 46_250) && actual.fee == Money(fen: 4_200))
    #expect(try note(list("\"totalConsume\": 500, \"refundAmount\": 38.5")).cost?.fen == 46_150)
    #expect(try note(list("\"totalConsume\": 5, \"refundAmount\": 38.5")).cost == .zero)
    #expect(try note(list("\"refundAmount\": 38.5")).cost == nil)
  }

  @Test func `the open API's amounts are fen, its rates percent, its types codes`() throws {
    let note = try note(
      """
      {"code": 0, "data": {"total": 1, "datas": [{"note_id": "n1", "order_id": "99",
        "kol_price": 300000, "total_platform_price": 30000, "note_type": 2, "finish_rate": "50.00",
        "note_publish_time": "2026-10-01 12:00:00", "date_key": "20261105", "imp_num": 10,
        "read_num": 9, "like_num": 3, "fav_num": 2, "cmt_num": 1, "components": [{"a": 1}]}]}}
      """)
    #expect(note.quote == Money(yuan: 3_000) && note.fee == Money(yuan: 300))
    #expect(note.format == .video && note.figures.completionBasisPoints == 5_000)
    #expect(note.publishedOn == Day(year: 2026, month: 10, day: 1))
    #expect(note.figures.interactions == 6, "likes, collects and comments where no sum is given")
    #expect(problems("[{\"note_id\": \"n\", \"imp_num\": 1, \"kol_price\": 0.5}]").count == 1)
  }

  @Test
  func `Juguang's rows are of a day where there is one, and prices that can't be are flagged`()
    throws
  {
    let (rows, reading) = read(
      """
      noteId,fee,impression,click,interaction,acp,cpm,cpi,date,placement
      n1,100,4000,20,5,5.00,25,20,2026-07-05,信息流
      n1,10000,4000,20,5,5.00,25,20,2026-07-06,2
      合计,10100,8000,40,10,,,,2026-07-06,
      """)
    #expect(reading.problems.kept == [] && reading.rowsWithoutNote == 1)
    #expect(rows.map(\.flags) == [[], [.priceDiffers]])
    guard case .ad(let ad)? = rows.first?.content, case .ad(let next)? = rows.last?.content else {
      Issue.record("no ads")
      return
    }
    #expect(
      ad
        == AdResult(
          noteID: "n1", format: "feed", span: .day, spend: Money(yuan: 100), impressions: 4_000,
          clicks: 20, interactions: 5))
    #expect(next.format == "search")
    guard case .ad(let total)? = read("[{\"noteId\": \"n1\", \"fee\": 1.5}]").rows.first?.content
    else {
      Issue.record("no ad")
      return
    }
    #expect(total == AdResult(noteID: "n1", format: "all", span: .total, spend: Money(fen: 150)))
  }

  @Test func `a column says where ads were shown by any of its names, the plainest first`() {
    let formats = { (names: String, cells: String) -> [String] in
      read("笔记id,消费,\(names)\nn1,5,\(cells)\n").rows.map { row in
        if case .ad(let ad) = row.content { ad.format } else { "no ad" }
      }
    }
    for name in [
      "placement", "format", "channel", "广告位", "资源位", "投放位置", "投放范围", "广告类型", "投放类型",
      "推广类型", "渠道", "投放渠道",
    ] {
      #expect(formats(name, "信息流") == ["feed"], "\(name)")
      #expect(formats(name, "搜索") == ["search"], "\(name)")
    }
    #expect(formats("推广类型,广告位", "笔记推广,搜索") == ["search"])
    #expect(formats("渠道,推广类型", "聚光,信息流") == ["feed"])
    #expect(formats("计划", "信息流") == ["all"])
    let (_, reading) = read("笔记id,消费,推广类型,计划,广告位,\nn1,5,笔记推广,a,搜索,\n")
    #expect(reading.unknown == ["推广类型", "计划"] && reading.remarks == [])
    #expect(read("笔记id,消费\nn1,5\n").reading.remarks.count == 1)
    let list = #"[{"noteId": "n1", "fee": 5, "cpi": 1}, {"noteId": "n2", "fee": 5, "x": 1}]"#
    #expect(read(list).reading.unknown == ["cpi", "x"])
    #expect(
      problems("笔记id,消费,广告位,广告位\n") == ["f:1: wanted one of these columns, found 广告位, 广告位"])
  }

  @Test func `each cell that can't be read is a problem with its place`() {
    let found = problems(
      """
      note_id,day,impressions,reads,quote,format
      n1,2026-07-05,-3,12k5,1.005,photo
      6.123E+48,2026-13-05,1,1,1,image
      """)
    #expect(
      found.map { String($0.prefix { $0 != "," }) } == [
        "f:2: impressions: wanted a whole number", "f:2: reads: wanted a whole number",
        "f:2: quote: wanted an amount in yuan with at most two decimals",
        "f:2: format: wanted 图文 or 视频",
        "f:3: note_id: wanted a note id as text (Excel has turned it into a number: export the "
          + "column as text)", "f:3: day: wanted a day",
      ])
  }

  @Test func `what has no results, or a column twice, is refused`() {
    #expect(problems("a,b\n1,2\n").first?.hasPrefix("f:1: wanted results:") == true)
    #expect(problems("[]").first?.hasPrefix("f:1: wanted results:") == true)
    #expect(
      problems("date,channel,orders,revenue,日期\n") == [
        "f:1: wanted one of these columns, found date, 日期"
      ])
    #expect(problems("").count == 1)
  }

  @Test func `a conversion needs a day, a channel, orders and revenue`() {
    let head = "date,channel,orders,revenue,creator\n"
    let (rows, _) = read(head + "2026-11-01,搜索,3,\"1,200.50\",鹿\n")
    guard case .conversion(let conversion)? = rows.first?.content else {
      Issue.record("no conversion")
      return
    }
    #expect(
      conversion
        == Conversion(
          channel: "搜索", creator: "鹿", orders: 3, revenue: Money(fen: 120_050)))
    for row in [",f,1,1,", "2026-11-01,,1,1,", "2026-11-01,f,,1,", "2026-11-01,f,1,,"] {
      #expect(problems(head + row + "\n").count == 1, "\(row)")
    }
  }
}
