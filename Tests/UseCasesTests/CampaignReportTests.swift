import Domain
import Foundation
import SQLite
import Store
import Testing

@testable import UseCases

/// What became of a campaign: what belongs to it, and what is not known of it.
@Suite struct CampaignReportTests {
  private let fixture: OrderFixture

  init() throws {
    fixture = try OrderFixture()
    var draft = CampaignDraft()
    (draft.brand, draft.objective, draft.stage) = ("样例品牌", "awareness", "launch")
    draft.budget = Money(yuan: 100_000)
    draft.from = Day("2026-08-01")
    draft.to = Day("2026-08-31")
    _ = try fixture.book.addCampaign("spring", draft)
  }

  private func take(_ text: String, campaign: String? = nil) throws {
    _ = try fixture.book.importResults(
      [InputFile(name: "list.csv", bytes: Array(text.utf8))], fixture.book.options(of: campaign))
  }

  private func part(_ key: String, asOf day: String? = nil) throws -> [[String: String]] {
    let report = try fixture.book.campaignReport("spring", asOf: day.flatMap { Day($0) })
    let listing = try #require(report.parts.first { $0.key == key }).listing
    return listing.rows.map { row in
      Dictionary(uniqueKeysWithValues: zip(listing.columns.map(\.key), row.map(\.shown)))
    }
  }

  private func sql(_ text: String) throws -> [String] {
    let path = fixture.folder.appending(path: "kolbook.db").path()
    return try Connection(path: path, access: .readOnly).all(text) { row in try row.text(0) }
  }

  @Test func `of a campaign that nothing is known of, nothing is 0 that is not`() throws {
    let channels = try part("return")
    #expect(channels.map { $0["channel"] } == ["kol", "feed", "search", "all"])
    for row in channels {
      for key in ["spend", "orders", "revenue", "roi", "cac"] { #expect(row[key] == "-") }
    }
    for key in ["tiers", "notes", "spend", "searches"] { #expect(try part(key).isEmpty) }
    #expect(try part("findings").map { $0["finding"] } == ["no_conversions", "no_searches"])
  }

  @Test func `ads and costs are those of the views, by the newest total and the days behind it`()
    throws
  {
    try take(
      """
      note_id,day,published_on,impressions,reads,interactions,promoted_impressions,cost
      n1,2026-08-20,2026-08-05,9000,900,90,1000,1100
      n2,2026-08-20,2026-08-06,5000,400,30,6000,550.50

      """, campaign: "spring")
    try take("日期,笔记id,广告位,消费,展现量,点击量\n2026-08-10,n1,信息流,10.01,100,5\n")
    try take("笔记id,广告位,消费,展现量,点击量\nn1,信息流,70,900,40\n")
    try take("日期,笔记id,广告位,消费,展现量,点击量\n2026-08-12,n2,搜索,5,50,2\n2026-08-12,n2,搜索,6,60,3\n")
    let notes = try part("notes")
    #expect(
      try notes.map { "\($0["note"] ?? "") \($0["cost"] ?? "")" }.sorted()
        == sql(
          "SELECT note_id || ' ¥' || replace(cost_yuan, '1100', '1,100') FROM v_note ORDER BY 1"))
    #expect(
      try part("return").map { $0["spend"] } == ["¥1,650.50", "¥70.00", "¥11.00", "¥1,731.50"],
      "rows of one file about one thing add up")
    #expect(
      try sql("SELECT format || spend_yuan FROM v_ad ORDER BY 1") == ["feed70.00", "search11.00"])
    #expect(
      try part("return", asOf: "2026-08-10").map { $0["spend"] }
        == ["¥1,650.50", "¥10.01", "-", "¥1,660.51"])
    #expect(try part("findings").contains { $0["finding"] == "natural_below_zero" })
  }

  @Test func `a conversion without a campaign belongs to that of its note`() throws {
    try take("note_id,day,reads\nn1,2026-08-20,10\n", campaign: "spring")
    try take("note_id,day,reads\nm1,2026-08-20,10\n", campaign: "autumn")
    try take(
      """
      日期,渠道,笔记id,订单数,成交金额
      2026-08-21,达人,n1,2,200
      2026-08-21,KOC,n1,1,50
      2026-08-21,达人,m1,7,700
      2026-08-22,信息流,,4,400

      """)
    let channels = try part("return")
    #expect(channels.map { $0["orders"] } == ["3", "-", "-", "3"])
    #expect(channels.map { $0["revenue"] } == ["¥250.00", "-", "-", "¥250.00"])
    #expect(try part("findings").contains { $0["finding"] == "conversions_of_nobody" })
    try take("日期,渠道,订单数,成交金额\n2026-08-23,信息流,1,9\n", campaign: "spring")
    #expect(try part("return").map { $0["orders"] } == ["3", "1", "-", "4"])
  }

  @Test func `searches of the brand count where none name the campaign`() throws {
    try take("日期,搜索词,搜索量\n2026-07-30,样例品牌,10\n2026-08-02,样例品牌,30\n2026-08-02,别的,99\n")
    #expect(try part("searches").map { $0["lift"] } == ["0%", "200%", "-"])
    try take("日期,搜索词,搜索量\n2026-08-02,样例精华,5\n", campaign: "spring")
    #expect(try part("searches").map { $0["searches"] } == ["5", "5"])
  }

  @Test func `the same book gives the same bytes in every form`() throws {
    try take("note_id,day,reads,cost\nn1,2026-08-20,10,5\n", campaign: "spring")
    let first = try fixture.book.campaignReport("spring")
    let second = try fixture.book.campaignReport("spring")
    #expect(first.page() == second.page())
    #expect(first.workbook() == second.workbook())
    #expect(first.json() == second.json())
  }
}
