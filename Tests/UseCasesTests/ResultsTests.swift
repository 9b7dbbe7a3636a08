import Domain
import Foundation
import SQLite
import Store
import Testing

@testable import UseCases

/// Results in a book: snapshots, whose they are, what they cost, and what is measured of them.
@Suite struct ResultsTests {
  private func file(_ text: String, _ name: String = "list.csv") -> InputFile {
    InputFile(name: name, bytes: Array(text.utf8))
  }

  @discardableResult
  private func take(_ fixture: OrderFixture, _ text: String, campaign: String? = nil) throws
    -> ResultsReport
  {
    try fixture.book.importResults([file(text)], fixture.book.options(of: campaign))
  }

  private func rows(_ fixture: OrderFixture, _ sql: String) throws -> [String] {
    let path = fixture.folder.appending(path: "kolbook.db").path()
    return try Connection(path: path, access: .readOnly).all(sql) { row in try row.text(0) }
  }

  private func cell(_ listing: Listing, _ key: String, row: Int = 0) throws -> Cell {
    let column = try #require(listing.columns.firstIndex { $0.key == key })
    return listing.rows[row][column]
  }

  @Test func `seeded random snapshots come to what a plain count says, in any order, once`() throws
  {
    for seed in UInt64(1)...6 {
      var random = SplitMix(seed: seed)
      let fixture = try OrderFixture()
      var files: [String] = []
      // What was said of each note, as a plain list of days and cells; cells are -1 for nothing.
      var said: [Int: [(day: Int, cells: [Int])]] = [:]
      for _ in 0..<5 {
        var text = "note_id,day,impressions,reads,interactions,promoted_reads,followers,cost\n"
        var taken: Set<Int> = []
        for _ in 0..<12 {
          let (note, day) = (
            Int.random(in: 1...9, using: &random), Int.random(in: 10...14, using: &random)
          )
          guard taken.insert(note * 100 + day).inserted else { continue }
          var cells = (0..<6).map { _ in Int.random(in: -1...99_999, using: &random) % 40 * 997 }
          if cells.allSatisfy({ $0 < 0 }) { cells[0] = 1 }
          let shown = cells.map { $0 < 0 ? "" : "\($0)" }.joined(separator: ",")
          text += "n\(note),2026-08-\(day),\(shown)\n"
          var before = said[note] ?? []
          let ofDay = before.filter { $0.day == day }
          let newest = ofDay.last?.cells
          let isKnown = newest.map { zip(cells, $0).allSatisfy { $0 < 0 || $0 == $1 } }
          if isKnown != true {
            before.append(
              (day, cells.indices.map { cells[$0] < 0 ? newest?[$0] ?? -1 : cells[$0] }))
          }
          said[note] = before
        }
        files.append(text)
      }
      for text in files { try take(fixture, text) }
      let count = "SELECT count(*) || '' FROM note_snapshot"
      #expect(try rows(fixture, count) == ["\(said.values.map(\.count).reduce(0, +))"])
      for text in files.shuffled(using: &random) { try take(fixture, text) }
      #expect(try rows(fixture, count) == ["\(said.values.map(\.count).reduce(0, +))"])
      try compare(said, fixture)
    }
  }

  @Test func `a correction taken back stands again, a file read again changes nothing`() throws {
    let fixture = try OrderFixture()
    let heads = [
      ("note_id,day,impressions", "n1,2026-08-01", "SELECT impressions || '' FROM v_note"),
      (
        "日期,笔记id,消费", "2026-08-01,n1",
        "SELECT spend_fen || '' FROM ad_snapshot ORDER BY nth DESC LIMIT 1"
      ),
      (
        "日期,渠道,订单数,成交金额", "2026-08-01,达人,3",
        "SELECT revenue_fen || '' FROM conversion ORDER BY nth DESC LIMIT 1"
      ),
      (
        "日期,搜索词,搜索量", "2026-08-01,wine",
        "SELECT searches || '' FROM search_count ORDER BY nth DESC LIMIT 1"
      ),
    ]
    for (head, row, newest) in heads {
      let files = [100, 200].map { "\(head)\n\(row),\($0)\n" }
      for text in files { try take(fixture, text) }
      let corrected = try rows(fixture, newest)
      try take(fixture, files[0])
      #expect(try rows(fixture, newest) == corrected, "the first file once more: \(head)")
      try take(fixture, "\(head)\n\(row),100\n\n")
      #expect(try rows(fixture, newest) != corrected, "another file takes it back: \(head)")
    }
  }

  private func compare(_ said: [Int: [(day: Int, cells: [Int])]], _ fixture: OrderFixture) throws {
    let text = { (cell: Int) in cell < 0 ? "-" : "\(cell)" }
    let expected = said.map { note, all -> String in
      let newest = all.enumerated().max {
        ($0.element.day, $0.offset) < ($1.element.day, $1.offset)
      }
      var cells = newest?.element.cells ?? []
      if cells[4] < 0 {
        // Followers are the creator's: the newest that anything said.
        cells[4] =
          all.enumerated().filter { $0.element.cells[4] >= 0 }
          .max { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }?.element.cells[4] ?? -1
      }
      let organic = cells[1] < 0 || cells[3] < 0 ? -1 : max(0, cells[1] - cells[3])
      let money = cells[5] < 0 ? "-" : "\(cells[5]).00"
      return "n\(note) 2026-08-\(newest?.element.day ?? 0) "
        + (cells[..<5].map(text) + [text(organic), money]).joined(separator: " ")
    }
    #expect(
      try rows(
        fixture,
        """
        SELECT note_id || ' ' || as_of || ' ' || ifnull(impressions, '-') || ' ' ||
          ifnull(reads, '-') || ' ' || ifnull(interactions, '-') || ' ' ||
          ifnull(promoted_reads, '-') || ' ' || ifnull(followers, '-') || ' ' ||
          ifnull(organic_reads, '-') || ' ' || ifnull(cost_yuan, '-') FROM v_note
        """
      ).sorted() == expected.sorted())
    let sums = try rows(
      fixture,
      """
      SELECT tier || ' ' || count(*) || ' ' || ifnull(sum(reads), '-') || ' ' ||
        ifnull(sum(CAST(round(cost_yuan * 100) AS INTEGER)), '-') || ' ' ||
        ifnull((2000 * sum(CAST(round(cost_yuan * 100) AS INTEGER)) FILTER (WHERE impressions >= 0)
          + sum(impressions) FILTER (WHERE cost_yuan IS NOT NULL))
          / (2 * sum(impressions) FILTER (WHERE cost_yuan IS NOT NULL)), '-')
      FROM (SELECT *, ifnull((SELECT code FROM tier WHERE min_followers <= followers
        ORDER BY min_followers DESC LIMIT 1), '-') AS tier FROM v_note) GROUP BY tier
      """)
    let list = try fixture.book.results(by: .tier)
    let actual = try list.rows.indices.map { row in
      let cells = try ["tier", "notes", "reads", "cost", "cpm"].map {
        switch try cell(list, $0, row: row) {
        case .money(let money): "\(money.fen)"
        case .integer(let number): "\(number)"
        case let other: other.shown
        }
      }
      return cells.joined(separator: " ")
    }
    #expect(actual.sorted() == sums.sorted())
  }

  @Test func `the notes of an order share what the books say it cost, to the fen`() throws {
    let fixture = try OrderFixture()
    try fixture.bookExample()
    try take(
      fixture,
      """
      note_id,order_id,day,reads,quote,fee
      n1,PGY-1,2026-08-01,5,1,1
      n2,PGY-1,2026-08-01,7,1,1
      n3,PGY-1,2026-08-01,9,1,1
      n4,PGY-9,2026-08-01,2,1000,100

      """)
    #expect(
      try rows(fixture, "SELECT note_id || ' ' || cost_yuan || ' ' || cost_source FROM v_note")
        == ["n1 2933.35 books", "n2 2933.35 books", "n3 2933.36 books", "n4 1100.00 list"])
    let list = try fixture.book.results(by: .creator)
    #expect(try cell(list, "nickname") == .text("鹿小厨房"))
    #expect(try cell(list, "cost") == .money(Money(fen: 880_006)))
    #expect(try cell(list, "interactions") == .none)
    // A refund of the order is one of its notes.
    _ = try fixture.book.record(.pay, of: "PGY-1", try fixture.note("2026-08-02"))
    let refund = OrderEvent.refund(
      Money(fen: 800_005), keepBrandFee: false, keepCreatorFee: false)
    _ = try fixture.book.record(
      refund, of: "PGY-1", try fixture.note("2026-08-03", reason: "late"))
    #expect(
      try cell(fixture.book.results(by: .creator), "cost") == .money(.zero))
  }

  @Test func `a row that contradicts the book or its own file keeps the whole file out`() throws {
    let fixture = try OrderFixture()
    try fixture.bookExample()
    let users = ["0123456789abcdef01234567", "ffffffffffffffffffffffff"]
    let head = "note_id,order_id,user_id,day,reads\n"
    try take(fixture, head + "n1,A,\(users[0]),2026-08-01,5\n")
    let before = try rows(fixture, "SELECT note_id || reads FROM v_note")
    for (row, wanted) in [
      ("n1,A,\(users[1]),2026-08-02,6", "the creator \(users[0]), whose note n1 is in the book"),
      ("n1,B,\(users[0]),2026-08-02,6", "the order A, of which note n1 is in the book"),
      ("n1,A,,2027-08-02,6", "figures of a day up to today, 2026-11-23"),
      ("n2,A,,2026-08-02,6\nn2,A,,2026-08-02,7", "a note once, or with the same figures"),
    ] {
      let failure = try fixture.failure { try take(fixture, head + "n9,,,2026-08-01,1\n\(row)\n") }
      #expect(failure.kind == .badInput)
      #expect(failure.details.count == 1)
      #expect(failure.details.first?.contains(wanted) == true, "\(failure.details)")
    }
    #expect(try rows(fixture, "SELECT note_id || reads FROM v_note") == before)
    try take(fixture, head + "n2,A,,2026-08-02,6\nn2,A,,2026-08-02,6\n")
    #expect(try rows(fixture, "SELECT count(*) || '' FROM note_snapshot") == ["2"])
  }

  @Test func `an order's campaign goes before the import's, and another creator is flagged`() throws
  {
    let fixture = try OrderFixture()
    var draft = OrderDraft(
      number: "PGY-2", creator: "鹿小厨房", quote: Money(yuan: 100), format: .image)
    draft.campaign = "spring"
    _ = try fixture.book.bookOrder(draft, try fixture.note("2026-07-01"))
    var edit = CreatorDraft()
    edit.userID = "0123456789abcdef01234567"
    _ = try fixture.book.edit("鹿小厨房", edit)
    let report = try take(
      fixture,
      """
      note_id,order_id,user_id,day,reads,published_on
      n1,PGY-2,ffffffffffffffffffffffff,2026-08-01,5,2026-08-02
      n2,,0123456789abcdef01234567,2026-08-01,5,2026-07-02

      """, campaign: "autumn")
    #expect(
      report.files[0].flags.map(\.flag) == [.publishedLater, .otherCreator, .otherCampaign])
    let list = try fixture.book.results(by: .campaign)
    #expect(list.rows.map { $0[0] } == [.text("autumn"), .text("spring")])
    #expect(try fixture.book.results(campaign: "spring", by: .note).rows.count == 1)
    #expect(
      try fixture.failure { _ = try fixture.book.results(campaign: "x", by: .note) }.kind == .usage)
  }

  @Test func `a card is suggested for the campaign that counts, not for the file's name of it`()
    throws
  {
    let fixture = try OrderFixture()
    for (order, campaign) in [("A", "spring"), ("B", "carded"), ("D", nil)] {
      var draft = OrderDraft(
        number: order, creator: "鹿小厨房", quote: Money(yuan: 100), format: .image)
      draft.campaign = campaign
      _ = try fixture.book.bookOrder(draft, try fixture.note("2026-07-01"))
    }
    _ = try fixture.book.options(of: "carded")
    let remarks = { (orders: String) in
      let rows = orders.map { "\($0),2026-08-01,\($0)件,5\n" }.joined()
      return try take(fixture, "订单id,数据更新日期,合作名称,总阅读量\n" + rows).files[0].remarks
        .compactMap { $0.split(separator: " --brand").first.map(String.init) }
    }
    #expect(try remarks("B") == [])
    #expect(
      try remarks("ABD") == ["2 campaigns in it without a card: kolbook campaign add D件"])
  }

  @Test func `an order report tells of its order until its notes are known`() throws {
    let fixture = try OrderFixture()
    let report = "订单id,笔记数,数据更新日期,总阅读量\nA,1,2026-08-01,50\nB,2,2026-08-01,70\n"
    try take(fixture, report)
    let names = "SELECT ifnull(note_id, order_id) || ' ' || reads FROM v_note ORDER BY 1"
    #expect(try rows(fixture, names) == ["A 50", "B 70"])
    try take(fixture, "note_id,order_id,day,reads\nn1,A,2026-08-01,50\nn2,B,2026-08-01,30\n")
    #expect(try rows(fixture, names) == ["n1 50", "n2 30"])
    try take(fixture, report)
    #expect(try rows(fixture, names) == ["n1 50", "n2 30"])
    try take(fixture, "订单id,数据更新日期,总阅读量\nA,2026-08-05,60\n")
    #expect(try rows(fixture, names) == ["n1 60", "n2 30"])
    #expect(try fixture.book.noteHistory("A").snapshots.rows.count == 2)
  }

  @Test func `the newest total of ads and the days behind it stand, by format`() throws {
    let fixture = try OrderFixture()
    try take(fixture, "noteId,fee,click,date\nn1,10,1,2026-08-01\nn1,20,2,2026-08-02\n")
    try take(fixture, "noteId,fee,click,date,placement\nn1,5,,2026-08-02,search\n")
    var options = ResultsOptions()
    options.asOf = Day(year: 2026, month: 8, day: 1)
    _ = try fixture.book.importResults([file("noteId,fee,click\nn1,12,4\n")], options)
    let spend = "SELECT format || ' ' || spend_yuan || ' ' || ifnull(clicks, '-') FROM v_ad"
    #expect(try rows(fixture, spend).sorted() == ["all 32.00 6", "search 5.00 -"])
    let list = try fixture.book.results(by: .note)
    #expect(try cell(list, "ad_spend") == .money(Money(yuan: 37)))
    #expect(try cell(list, "cpc") == .money(Money(fen: 533)), "the search ad has no clicks said")
    try take(fixture, "noteId,fee,click,date\nn1,21,2,2026-08-02\n")
    #expect(try rows(fixture, spend).sorted() == ["all 33.00 6", "search 5.00 -"])
  }

  @Test func `forgetting an import takes out what it said, and nothing else`() throws {
    let fixture = try OrderFixture()
    let head = "note_id,day,reads\n"
    try take(fixture, head + "n1,2026-08-01,5\n")
    let before = try rows(fixture, "SELECT note_id || as_of || reads FROM v_note")
    let second = try take(fixture, head + "n1,2026-08-02,6\nn2,2026-08-02,7\n")
    let number = try #require(second.files[0].number)
    try fixture.book.forgetResults(number)
    #expect(try rows(fixture, "SELECT note_id || as_of || reads FROM v_note") == before)
    #expect(try fixture.failure { try fixture.book.forgetResults(number) }.kind == .failed)
    #expect(try fixture.book.resultImports().rows.count == 1)
  }
}
