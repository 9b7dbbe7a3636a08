import Domain
import Testing
import UseCases

/// LEDGER's worked example through a real book, and what a person can get wrong.
struct OrderTests {
  @Test func `the worked example books, pays, completes and refunds to its figures`() throws {
    let fixture = try OrderFixture()
    let receipt = try fixture.bookExample()
    #expect(
      receipt.sentence == "order PGY-1 is booked (entry 1): brand ¥8,800.06, creator ¥7,200.04, "
        + "platform ¥1,600.02")
    _ = try fixture.book.record(.pay, of: "PGY-1", fixture.note("2026-07-03"))
    _ = try fixture.book.record(.complete, of: "PGY-1", fixture.note("2026-07-20"))
    let refund = OrderEvent.refund(
      Money(fen: 123_456), keepBrandFee: false, keepCreatorFee: false)
    let last = try fixture.book.record(refund, of: " PGY-1 ", fixture.note("2026-08-01"))
    #expect((last.sequence, last.status) == (4, "completed"))
    #expect(last.brandTotal == Money(fen: 744_204))
    let history = try fixture.book.order("PGY-1")
    #expect(
      OrderFixture.lines(history.transfers).map { $0.replacing("Escrow, ", with: "") } == [
        "1 book 1900 Commitment 2900 Commitment offset ¥8,800.06",
        "2 pay 2900 Commitment offset 1900 Commitment ¥8,800.06",
        "2 pay 1110 quote 1000 Bank ¥8,000.05", "2 pay 1120 brand fee 1000 Bank ¥800.01",
        "2 pay 7000 Payout gross 7050 Pending creator net ¥7,200.04",
        "2 pay 7000 Payout gross 7060 Pending creator fee ¥800.01",
        "3 complete 5000 Creator quote cost 1110 quote ¥8,000.05",
        "3 complete 5100 Brand service fee cost 1120 brand fee ¥800.01",
        "3 complete 7050 Pending creator net 7100 Creator or MCN net ¥7,200.04",
        "3 complete 7060 Pending creator fee 7200 Creator service fee ¥800.01",
        "4 refund 1000 Bank 5000 Creator quote cost ¥1,234.56",
        "4 refund 1000 Bank 5100 Brand service fee cost ¥123.46",
        "4 refund 7100 Creator or MCN net 7000 Payout gross ¥1,111.10",
        "4 refund 7200 Creator service fee 7000 Payout gross ¥123.46",
      ])
    #expect(
      OrderFixture.lines(try fixture.book.orders(OrderQuery())) == [
        "PGY-1 2026-07-01 kb001 鹿小厨房 image completed ¥8,000.05 ¥1,234.56 ¥676.55 ¥7,442.04 "
          + "¥676.55 ¥6,088.94 standard pugongying 山海 - - - - - -"
      ])
  }

  @Test func `the quarter's audit adds the example up, and again to the same bytes`() throws {
    let fixture = try OrderFixture()
    try fixture.bookExample()
    _ = try fixture.book.record(.pay, of: "PGY-1", fixture.note("2026-07-03"))
    let report = try fixture.book.audit("2026q3", basis: "charged", fiscalStart: 1)
    #expect(
      OrderFixture.lines(report.total) == [
        "1 ¥8,000.05 ¥800.01 ¥800.01 ¥8,800.06 ¥7,200.04 ¥1,600.02"
      ])
    #expect(report.groups.map(\.by) == ["tier", "creator", "mcn", "campaign"])
    #expect(
      OrderFixture.lines(report.groups[1].rows)[0].hasPrefix("kb001 鹿小厨房 1 ¥8,000.05"))
    #expect(report.escrow == Money(fen: 880_006))
    // Above the micro range of 8,000 by 5 fen, stale on 30 September, recorded in November.
    #expect(
      report.findings.rows.map { $0[0].shown } == ["ABOVE_BENCHMARK", "STALE_ESCROW", "LATE_ENTRY"])
    #expect(!report.hasErrors)
    let again = try fixture.book.audit("2026Q3", basis: "charged", fiscalStart: 1)
    #expect(again.json() == report.json())
    #expect(report.json().contains("\"brand_total_fen\": 880006"))
    let settled = try fixture.book.audit("FY2026Q2", basis: "settled", fiscalStart: 4)
    #expect(OrderFixture.lines(settled.total)[0].hasPrefix("0 ¥0.00"))
    #expect(settled.days == report.days)
  }

  @Test func `a running quarter is judged today, a finished one on its last day`() throws {
    let running = try OrderFixture(now: "2026-08-15")
    try running.bookExample()
    #expect(
      try running.book.audit("2026Q3", basis: "charged", fiscalStart: 1).asOf.description
        == "2026-08-15")
    let past = try OrderFixture()
    #expect(
      try past.book.audit("2026Q3", basis: "charged", fiscalStart: 1).asOf.description
        == "2026-09-30")
  }

  @Test func `told again under the same key an event is recorded once`() throws {
    let fixture = try OrderFixture()
    let first = try fixture.bookExample(key: "k1")
    let again = try fixture.bookExample(key: "k1")
    #expect(first.isNew && !again.isNew && again.sequence == 1)
    #expect(again.sentence.contains("already recorded as entry 1"))
    let draft = OrderDraft(
      number: "PGY-1", creator: "kb001", quote: Money(fen: 800_006), format: .image)
    let failure = try fixture.failure {
      _ = try fixture.book.bookOrder(draft, fixture.note("2026-07-01", key: "k1"))
    }
    #expect(failure.kind == .failed && failure.sentence.hasPrefix("key k1 is taken by entry 1"))
    // An event without a day of its own is the same event tomorrow.
    _ = try fixture.book.record(.pay, of: "PGY-1", EventNote(key: "k2"))
    let paid = try fixture.book.record(.pay, of: "PGY-1", EventNote(key: "k2"))
    #expect(!paid.isNew && paid.sequence == 2)
  }

  @Test func `a key without a number gives the same order again`() throws {
    let fixture = try OrderFixture()
    let first = try fixture.bookExample(nil, key: "k1")
    #expect(first.order == "unnumbered-1" && first.isOffPlatform)
    #expect(try fixture.bookExample(nil, key: "k1").sequence == 1)
    #expect(try fixture.bookExample(nil).order == "unnumbered-2")
    let report = try fixture.book.audit("2026Q3", basis: "charged", fiscalStart: 1)
    #expect(report.hasErrors)
  }

  @Test func `what the rules refuse is said with the arithmetic and changes nothing`() throws {
    let fixture = try OrderFixture()
    try fixture.bookExample()
    let early = try fixture.failure {
      _ = try fixture.book.record(.complete, of: "PGY-1", fixture.note("2026-07-03"))
    }
    #expect(early.sentence == "order PGY-1 is not paid, so it can't complete")
    #expect(early.next == "kolbook order pay PGY-1")
    let unknown = try fixture.failure {
      _ = try fixture.book.record(.pay, of: "PGY-2", fixture.note("2026-07-03"))
    }
    #expect(unknown.sentence == "there is no order PGY-2 in this book")
    let reused = try fixture.failure { try fixture.bookExample() }
    #expect(reused.sentence.hasPrefix("order PGY-1 is in this book already"))
    let draft = OrderDraft(number: "PGY-3", creator: "kb001", quote: Money(yuan: 1), format: nil)
    let old = try fixture.failure {
      _ = try fixture.book.bookOrder(draft, fixture.note("2019-12-31"))
    }
    #expect(old.sentence.contains("no brand-side rate for standard orders on 2019-12-31"))
    #expect(OrderFixture.lines(try fixture.book.order("PGY-1").entries).count == 1)
    #expect(try fixture.book.orders(OrderQuery()).rows.count == 1)
  }

  @Test func `orders are filtered by what is open, by creator and by quarter`() throws {
    let fixture = try OrderFixture()
    try fixture.bookExample()
    let cancel = OrderEvent.cancel(killFee: .zero, keepBrandFee: false, keepCreatorFee: false)
    _ = try fixture.book.record(cancel, of: "PGY-1", fixture.note("2026-10-05"))
    try fixture.bookExample("PGY-2")
    let names = { (change: (inout OrderQuery) -> Void) in
      var query = OrderQuery()
      change(&query)
      return try fixture.book.orders(query).rows.map { $0[0].shown }
    }
    #expect(try names { $0.onlyOpen = true } == ["PGY-2"])
    #expect(try names { $0.quarter = "2026Q4" } == ["PGY-1"])
    #expect(try names { $0.creator = "小厨" } == ["PGY-1", "PGY-2"])
    #expect(try fixture.failure { _ = try names { $0.quarter = "2026Q5" } }.kind == .usage)
    #expect(try fixture.book.card("kb001").orders.rows.count == 2)
  }

  @Test func `a correction names an entry that there is`() throws {
    let fixture = try OrderFixture()
    try fixture.bookExample()
    let failure = try fixture.failure {
      _ = try fixture.book.record(.pay, of: "PGY-1", EventNote(corrects: 2))
    }
    #expect(failure.sentence == "there is no entry 2 to correct; the newest is 1")
    _ = try fixture.book.record(
      .amend(quote: Money(yuan: 7500)), of: "PGY-1", EventNote(corrects: 1))
    #expect(OrderFixture.lines(try fixture.book.order("PGY-1").entries)[1].contains(" 1 "))
  }
}
