import Domain
import Foundation
import SQLite
import Testing

@testable import UseCases

/// Campaigns in the book: what is kept, what hangs on them, and what they have cost at each moment.
struct CampaignTests {
  private func draft(_ change: (inout CampaignDraft) -> Void = { _ in }) -> CampaignDraft {
    var draft = CampaignDraft()
    (draft.brand, draft.objective, draft.stage) = ("清和", "launch", "enters")
    draft.budget = Money(yuan: 100_000)
    change(&draft)
    return draft
  }

  @Test func `objectives and stages are found by keys, other names and beginnings`() throws {
    let fixture = try OrderFixture()
    let words = [
      "launch": "awareness", "转化": "conversion", "Search Presence": "search_presence",
      "cost": "cost_efficiency", "speed": "speed", "双11": "festival",
    ]
    for (word, key) in words {
      let kept = try fixture.book.addCampaign(word, draft { $0.objective = word })
      #expect(kept.objective == key, "\(word)")
    }
    for (word, key) in ["enters": "enter_market", "known": "uneven_sales", "small": "small_test"] {
      #expect(try fixture.book.editCampaign("launch", draft { $0.stage = word }).stage == key)
    }
    let failure = try fixture.failure {
      _ = try fixture.book.addCampaign("x", draft { $0.objective = "s" })
    }
    #expect(failure.next?.contains("search_presence, speed") == true)
  }

  @Test func `what is not said stays, and a day without the other is refused`() throws {
    let fixture = try OrderFixture()
    let first = try fixture.book.addCampaign(
      "spring",
      draft {
        ($0.category, $0.product) = ("美妆", "口红")
        ($0.from, $0.to) = (Day("2027-03-01"), Day("2027-04-30"))
      })
    #expect(first.category == "beauty")
    var change = CampaignDraft()
    change.to = Day("2027-05-31")
    change.product = ""
    let second = try fixture.book.editCampaign("spring", change)
    #expect(second.days?.lowerBound == Day("2027-03-01"))
    #expect(second.days?.upperBound == Day("2027-05-31"))
    #expect(second.product == nil && second.brand == "清和" && second.budget == first.budget)
    for (from, to) in [("2027-06-01", nil), (nil, "2027-02-01")] as [(String?, String?)] {
      var wrong = CampaignDraft()
      (wrong.from, wrong.to) = (from.flatMap { Day($0) }, to.flatMap { Day($0) })
      _ = try fixture.failure { _ = try fixture.book.editCampaign("spring", wrong) }
    }
    let alone = draft { $0.from = Day("2027-06-01") }
    _ = try fixture.failure { _ = try fixture.book.addCampaign("other", alone) }
  }

  /// Orders of ¥1,000 and ¥2,000 with 10 %: booked on the 1st and 2nd, the first paid on the 3rd and completed
  /// on the 5th, then ¥100 refunded on the 6th; the second paid on the 4th and cancelled on the 7th.
  @Test func `the budget is committed, paid, completed and left as of each day`() throws {
    let fixture = try OrderFixture()
    _ = try fixture.book.addCampaign("spring", draft())
    for (number, yuan, day) in [("1", Int64(1_000), "2026-11-01"), ("2", 2_000, "2026-11-02")] {
      var order = OrderDraft(
        number: number, creator: "鹿小厨房", quote: Money(yuan: yuan), format: .image)
      order.campaign = "spring"
      _ = try fixture.book.bookOrder(order, fixture.note(day))
    }
    var other = OrderDraft(
      number: "3", creator: "鹿小厨房", quote: Money(yuan: 500), format: .image)
    other.campaign = "no card"
    _ = try fixture.book.bookOrder(other, fixture.note("2026-11-02"))
    let record = { (event: OrderEvent, number: String, day: String) in
      _ = try fixture.book.record(event, of: number, fixture.note(day, reason: "x"))
    }
    try record(.pay, "1", "2026-11-03")
    try record(.pay, "2", "2026-11-04")
    try record(.complete, "1", "2026-11-05")
    try record(
      .refund(Money(yuan: 100), keepBrandFee: false, keepCreatorFee: false), "1", "2026-11-06")
    try record(
      .cancel(killFee: .zero, keepBrandFee: false, keepCreatorFee: false), "2", "2026-11-07")
    let expected: [(String, [Int64])] = [
      ("2026-10-31", [0, 0, 0]), ("2026-11-01", [1_100, 0, 0]), ("2026-11-02", [3_300, 0, 0]),
      ("2026-11-03", [2_200, 1_100, 0]), ("2026-11-04", [0, 3_300, 0]),
      ("2026-11-05", [0, 2_200, 1_100]), ("2026-11-06", [0, 2_200, 990]),
      ("2026-11-07", [0, 0, 990]), ("2026-11-23", [0, 0, 990]),
    ]
    for (day, yuan) in expected {
      let card = try fixture.book.campaignCard("spring", asOf: Day(day))
      #expect(
        [card.money.committed, card.money.paid, card.money.completed]
          == yuan.map { Money(yuan: $0) }, "\(day)")
      #expect(
        card.money.left(of: card.campaign.budget) == Money(yuan: 100_000 - yuan.reduce(0, +)))
    }
    let lines = OrderFixture.lines(try fixture.book.campaigns())
    #expect(lines.count == 2)
    #expect(lines[0].hasSuffix("2 ¥100,000.00 ¥990.00 ¥99,010.00"))
    #expect(lines[1] == "no card - - - - - 1 - ¥550.00 -")
  }

  @Test func `the list and each card have one figure, and it is the ledger's with ads`() throws {
    var random = SplitMix(seed: 8)
    let fixture = try OrderFixture()
    for name in ["one", "two", "three"] { _ = try fixture.book.addCampaign(name, draft()) }
    var ads = "日期,笔记id,广告位,消费\n"
    var notes = "note_id,day,order_id,campaign,reads\n"
    for number in 1...30 {
      let campaigns = ["one", "two", "three", "nobody"]
      var order = OrderDraft(
        number: "\(number)", creator: "鹿小厨房", quote: Money(yuan: Int64(number) * 100),
        format: .image)
      order.campaign = campaigns.randomElement(using: &random)
      let day = Int.random(in: 1...9, using: &random)
      _ = try fixture.book.bookOrder(order, fixture.note("2026-11-0\(day)"))
      if Bool.random(using: &random) {
        _ = try fixture.book.record(.pay, of: "\(number)", fixture.note("2026-11-1\(day)"))
      }
      // A third of the notes is of no order, and of a campaign that the file names.
      let own = number % 3 == 0 ? "" : "\(number)"
      let said = number % 3 == 0 ? campaigns.randomElement(using: &random) ?? "" : ""
      notes += "n\(number),2026-11-20,\(own),\(said),9\n"
      ads += "2026-11-1\(day),n\(number),信息流,\(number).50\n"
    }
    for text in [notes, ads] {
      _ = try fixture.book.importResults(
        [InputFile(name: "list.csv", bytes: Array(text.utf8))], ResultsOptions())
    }
    let path = fixture.folder.appending(path: "kolbook.db").path()
    let sql = try Connection(path: path, access: .readOnly)
    for day in ["2026-11-05", "2026-11-13", "2026-11-23"] {
      for row in try fixture.book.campaigns(asOf: Day(day)).rows.map({ $0.map(\.shown) }) {
        let ledger = try sql.first(
          """
          SELECT (SELECT ifnull(sum(iif(debit IN (1110, 1120, 1900, 5000, 5100), amount_fen, 0)
              - iif(credit IN (1110, 1120, 1900, 5000, 5100), amount_fen, 0)), 0)
            FROM transfer JOIN journal USING (seq) JOIN orders USING (order_id)
            WHERE campaign = ?1 AND date(day * 86400, 'unixepoch') <= ?2)
          + (SELECT ifnull(sum(spend_fen), 0) FROM ad_snapshot JOIN note AS n USING (note_no)
              LEFT JOIN orders AS o USING (order_id)
            WHERE ifnull(o.campaign, n.campaign) = ?1 AND date(day * 86400, 'unixepoch') <= ?2)
          """, row[0], day
        ) { Money(fen: $0.int64(0)) }
        #expect(row[8] == ledger.map { "\($0)" }, "\(day) \(row[0])")
        guard row[0] != "nobody" else { continue }
        let card = try fixture.book.campaignCard(row[0], asOf: Day(day))
        #expect(row[6] == "\(card.money.orders)" && row[8] == "\(card.money.used)")
        #expect(row[9] == "\(card.money.left(of: card.campaign.budget))")
      }
    }
  }
}
