import Domain
import Ledger
import Testing

/// LEDGER section 8, the findings that need no statement.
@Suite struct `Findings` {
  private func lines(_ audit: Audit) -> [String] {
    audit.findings.map { "\($0.severity) \($0.code.rawValue) \($0.order ?? "-")" }
  }

  private func clean() throws -> Journal {
    var journal = Journal()
    try journal.add("PGY-1", "2026-01-05", .book(booking(money("8000.05"))))
    try journal.add("PGY-1", "2026-01-06", .pay)
    try journal.add("PGY-1", "2026-01-20", .complete)
    return journal
  }

  @Test func `a clean quarter has none`() throws {
    let audit = try clean().audit("2026Q1")
    #expect(audit.findings.isEmpty && !audit.hasErrors)
  }

  @Test func `orders past the platform or without a number are errors while they belong`() throws {
    var journal = try clean()
    var direct = booking(Money(yuan: 100))
    direct.channel = .direct
    var nameless = booking(Money(yuan: 200))
    nameless.hasNumber = false
    try journal.add("a", "2026-01-05", .book(direct))
    try journal.add("b", "2026-01-05", .book(nameless))
    try journal.add("b", "2026-01-09", .cancel(killFee: .zero, keeping: []))
    let first = try journal.audit("2026Q1")
    #expect(lines(first) == ["error OFF_PLATFORM a", "error OFF_PLATFORM b"])
    #expect(first.hasErrors)
    #expect(first.findings.map(\.next) == ["kolbook order cancel a", "kolbook order show b"])
    // Still open at the end of the next quarter, so it still belongs there; the cancelled one does not.
    #expect(try lines(journal.audit("2026Q2")) == ["error OFF_PLATFORM a"])
  }

  @Test func `an order number written twice, once widths and white space are folded`() throws {
    var journal = try clean()
    try journal.add(" ＰＧＹ－１", "2026-02-01", .book(booking(Money(yuan: 10))))
    let audit = try journal.audit("2026Q1")
    #expect(lines(audit) == ["error DUP_ORDER  ＰＧＹ－１"])
    #expect(
      audit.findings[0].evidence
        == "the number is that of order PGY-1, entry 1, written another way in entry 4")
  }

  @Test func `the same creator, amount and day twice`() throws {
    var journal = try clean()
    try journal.add("PGY-2", "2026-01-05", .book(booking(money("8000.05"))))
    try journal.add("PGY-2", "2026-01-06T23:59:59+08:00", .pay)
    try journal.add("PGY-2", "2026-01-07", .complete)
    let audit = try journal.audit("2026Q1")
    #expect(lines(audit) == ["warn DUP_PAYMENT PGY-2"])
    #expect(
      audit.findings[0].evidence == "¥8,800.06 to kb001 on 2026-01-06, as for order PGY-1, entry 2")
    #expect(!audit.hasErrors)
  }

  @Test func `frozen fees that differ from the schedule, with the correction`() throws {
    let journal = try clean()
    let start = try #require(Day(year: 2026, month: 1, day: 1))
    let schedule = FeeSchedule(
      guide.rates + [
        FeeRate(
          side: .brand, mode: .standard, from: start, share: Share(basisPoints: 800), source: "")
      ])
    let audit = try journal.audit("2026Q1", schedule: schedule)
    #expect(lines(audit) == ["error RATE_OUTSIDE PGY-1"])
    #expect(
      audit.findings[0].next
        == "kolbook order adjust PGY-1 brand_fee --amount -160.01 --reason 'rate of 8%'")
    let gap = try journal.audit("2026Q1", schedule: FeeSchedule([]))
    #expect(lines(gap) == ["error RATE_OUTSIDE PGY-1", "error RATE_OUTSIDE PGY-1"])
  }

  @Test func `a quote above the usual range of tier and category`() throws {
    let micro = Tier(
      code: "micro", name: "Micro", chineseName: "", band: .koc, minFollowers: 10_000,
      usualFee: Money(yuan: 2_000)...Money(yuan: 8_000))
    let facts = CreatorFacts(tier: micro, benchmark: QuoteBenchmark(tier: micro, categories: []))
    let audit = try clean().audit("2026Q1", facts: ["kb001": facts])
    #expect(lines(audit) == ["warn ABOVE_BENCHMARK PGY-1"])
    #expect(
      audit.findings[0].evidence
        == "the quote of ¥8,000.05 is above the usual ¥2,000.00 to ¥8,000.00 of tier micro")
  }

  @Test func `escrow is stale after 60 days, judged at the quarter's end`() throws {
    var journal = Journal()
    for (number, day) in [(1, "2026-01-29"), (2, "2026-01-30"), (3, "2026-01-02")] {
      let quote = Money(yuan: Int64(number) * 100)
      try journal.add("PGY-\(number)", day, .book(booking(quote)))
      try journal.add("PGY-\(number)", day, .pay)
    }
    try journal.add("PGY-3", "2026-01-05", .refund(Money(yuan: 300), keeping: []))
    #expect(try lines(journal.audit("2026Q1")) == ["warn STALE_ESCROW PGY-1"])
    #expect(try journal.audit("2026Q1", asOf: Day("2026-03-30")).findings.isEmpty)
    #expect(try lines(journal.audit("2026Q2")).count == 2)
  }

  @Test func `entries written down more than 7 days late, and adjustments, are listed`() throws {
    var journal = try clean()
    try journal.add(
      "PGY-1", "2026-02-01", .adjust(.brandFee, by: Money(fen: -1)), reason: "statement",
      recorded: "2026-02-09")
    try journal.add(
      "PGY-1", "2026-02-01", .refund(Money(yuan: 1), keeping: []), recorded: "2026-02-08")
    let audit = try journal.audit("2026Q1")
    #expect(lines(audit) == ["info LATE_ENTRY PGY-1", "info MANUAL_ADJUST PGY-1"])
    #expect(
      audit.findings.map(\.evidence) == [
        "entry 4 was recorded 8 days after its day",
        "entry 4 by lin moves the brand fee by -¥0.01: statement",
      ])
    #expect(try journal.audit("2026Q2").findings.isEmpty)
  }

  @Test func `an entry dated before the one it follows`() throws {
    var journal = try clean()
    try journal.add("PGY-1", "2026-01-10", .refund(Money(yuan: 1), keeping: []))
    #expect(try lines(journal.audit("2026Q1")) == ["warn OUT_OF_ORDER PGY-1"])
  }

  @Test func `missing, repeated and foreign entries`() throws {
    var journal = try clean()
    journal.entries.remove(at: 1)
    // The completion no longer follows from a booking alone, and entry 2 is missing.
    #expect(
      try lines(journal.audit("2026Q1")) == ["error SEQ_GAP -", "error UNBALANCED PGY-1"])
    #expect(
      try journal.audit("2025Q1").findings.map(\.evidence) == [
        "entry 2 is missing; the journal must count 1, 2, 3 …",
        "entry 3 does not follow from the order's history: order PGY-1 is not paid, "
          + "so it can't complete",
      ])
  }

  @Test func `transfers that are not what the event moves`() throws {
    var journal = try clean()
    let crossing = try #require(
      Transfer(debit: .bank, credit: .payoutGross, amount: Money(yuan: 5)))
    journal.entries[2].transfers = [crossing]
    let audit = try journal.audit("2026Q1")
    #expect(
      lines(audit) == ["error UNBALANCED -", "error UNBALANCED -", "error UNBALANCED PGY-1"])
    #expect(audit.findings[0].evidence.hasPrefix("the accounts of the brand book sum to ¥5.00"))
    #expect(
      audit.findings[2].evidence.hasPrefix(
        "entry 3 moves 1000 <- 7000 ¥5.00, but this complete moves 5000 <- 1110 ¥8,000.05"))
  }
}
