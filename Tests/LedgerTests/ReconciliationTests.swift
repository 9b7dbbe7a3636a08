import Domain
import Ledger
import Testing

/// LEDGER section 8, the findings that statements show.
@Suite struct `Statements beside the books` {
  private static let quarter = Quarter(year: 2026, index: 3)

  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  private func statement(
    kind: StatementKind = .orders, asOf: String = "2026-10-08", _ lines: [StatementLine]
  ) throws -> PlatformStatement {
    PlatformStatement(
      number: 1, kind: kind, quarter: "2026Q3", firstDay: Self.quarter.firstDay,
      file: kind == .orders ? "orders.xlsx" : "notes.xlsx", sheet: nil, asOf: try day(asOf),
      digest: Digest(of: []), keptAt: Moment(utcSeconds: 0), keptBy: "lin", lines: lines)
  }

  private func line(
    _ order: String, row: Int = 2, _ quote: String, _ fee: String?, boosted: Bool = false,
    created: String? = "2026-07-04", number: Int64? = nil, userID: String? = nil
  ) throws -> StatementLine {
    StatementLine(
      row: row, number: number, order: order, quote: try money(quote),
      serviceFee: try fee.map { try money($0) }, mode: boosted ? .boosted : .standard,
      createdOn: try created.map(day), userID: userID)
  }

  /// One order of 8,000.05 at 10 %, its fee 800.01, booked on 2026-07-01.
  private func journal(_ events: Event...) throws -> Journal {
    var journal = Journal()
    try journal.add("1", "2026-07-01", .book(booking(money("8000.05"))))
    for event in events { try journal.add("1", "2026-09-01", event, reason: "test") }
    return journal
  }

  private func found(_ journal: Journal, _ statements: PlatformStatement...) throws -> [String] {
    try journal.audit("2026Q3", statements: statements).findings.filter {
      $0.code != .manualAdjust
    }.map { "\($0.severity) \($0.code.rawValue) \($0.order ?? "-")" }
  }

  @Test(arguments: [
    ("800.01", false, false, ""), ("800.00", false, false, "info ROUNDING 1"),
    ("800.02", false, false, "info ROUNDING 1"), ("799.99", false, false, "error FEE_MISMATCH 1"),
    ("800.03", false, true, "error FEE_MISMATCH 1"), ("800.00", false, true, "info ROUNDING 1"),
    ("1600.01", true, false, "error BOOSTED_RATE 1"),
    ("1600.01", false, false, "error FEE_MISMATCH 1"),
    ("1600.00", true, true, "error BOOSTED_RATE 1"),
    ("1600.03", true, false, "error FEE_MISMATCH 1"), ("800.01", true, false, ""),
  ])
  func `fees are compared to the fen, cut ones to the yuan`(
    fee: String, isBoosted: Bool, isCut: Bool, finding: String
  ) throws {
    let line = try line("1", "8000.05", fee, boosted: isBoosted)
    let found = try found(journal(.pay), statement(kind: isCut ? .notes : .orders, [line]))
    #expect(found == (finding.isEmpty ? [] : [finding]))
  }

  @Test func `a fee cut to whole yuan is one in note batches only`() throws {
    var journal = Journal()
    try journal.add("1", "2026-07-01", .book(booking(money("8009.90"))))
    let line = try line("1", "8009.90", "800")
    #expect(try found(journal, statement(kind: .notes, [line])) == ["info TRUNCATED 1"])
    #expect(try found(journal, statement(kind: .orders, [line])) == ["error FEE_MISMATCH 1"])
  }

  @Test func `figures before and after refunds both agree, those between don't`() throws {
    let journal = try journal(.pay, .complete, .refund(money("1234.56"), keeping: []))
    for (quote, fee) in [
      ("8000.05", "800.01"), ("8000.05", "676.55"), ("6765.49", "676.55"),
    ] {
      #expect(try found(journal, statement([line("1", quote, fee)])) == [], "\(quote) \(fee)")
    }
    #expect(
      try found(journal, statement([line("1", "8000.05", "700.00")])) == ["error FEE_MISMATCH 1"])
    #expect(
      try found(journal, statement([line("1", "7000.00", "676.55")])) == ["error FEE_MISMATCH 1"])
    let kept = try self.journal(.pay, .complete, .refund(money("1234.56"), keeping: .brand))
    #expect(try found(kept, statement([line("1", "6765.49", "800.01")])) == [])
  }

  @Test func `the command of a wrong fee resolves it`() throws {
    let stated = try statement([line("1", row: 7, "8000.05", "810.00")])
    let audit = try journal(.pay).audit("2026Q3", statements: [stated])
    let finding = try #require(audit.findings.first)
    #expect(
      finding.evidence
        == "orders.xlsx row 7 has a fee of ¥810.00, the books ¥800.01: ¥9.99 more")
    #expect(
      finding.next
        == "kolbook order adjust 1 brand_fee --amount 9.99 --reason 'orders.xlsx row 7'")
    let adjusted = try journal(.pay, .adjust(.brandFee, by: money("9.99")))
    #expect(try found(adjusted, stated) == [])
  }

  @Test func `the commands of a wrong quote resolve it`() throws {
    let stated = try statement([line("1", "9000.00", "900")])
    let open = try journal(.pay).audit("2026Q3", statements: [stated])
    #expect(open.findings.map(\.next) == ["kolbook order amend 1 9000.00"])
    #expect(try found(journal(.pay, .amend(quote: money("9000.00"))), stated) == [])
    let done = try journal(.pay, .complete).audit("2026Q3", statements: [stated])
    #expect(
      done.findings.map(\.next) == [
        "kolbook order adjust 1 quote --amount 999.95 --reason 'orders.xlsx row 2'"
      ])
    let adjusted = try journal(
      .pay, .complete, .adjust(.quote, by: money("999.95")), .adjust(.brandFee, by: money("99.99")))
    #expect(try found(adjusted, stated) == [])
  }

  @Test func `an order cancelled unpaid owes nothing`() throws {
    let cancelled = try journal(.cancel(killFee: .zero, keeping: []))
    #expect(
      try found(cancelled, statement([line("1", "8000.05", "800.01")])) == ["error FEE_MISMATCH 1"])
    #expect(try found(cancelled, statement([])) == [])
  }

  @Test func `what is missing on one side is told once, with the command that books it`() throws {
    let report = try statement([line("2", row: 5, "100.00", "20.00", boosted: true)])
    let batch = try statement(
      kind: .notes, [line("2", row: 9, "100.00", "20.00", created: nil, userID: "u2")])
    let audit = try journal(.pay).audit("2026Q3", statements: [report, batch])
    #expect(audit.findings.map(\.code) == [.unbilled, .unreconciled])
    #expect(
      audit.findings.map(\.evidence) == [
        "booked on 2026-07-01 for ¥8,000.05 and a fee of ¥800.01, and no line of the order "
          + "report has it",
        "orders.xlsx row 5 and notes.xlsx row 9: a quote of ¥100.00 and a fee of ¥20.00 by u2, "
          + "and no such order in the books",
      ])
    #expect(
      audit.findings.last?.next
        == "kolbook order book 2 --creator u2 --quote 100.00 --mode boosted --at 2026-07-04")
  }

  @Test func `orders booked after the statement's day make it stale, not them unbilled`() throws {
    var journal = try journal(.pay)
    try journal.add("2", "2026-08-16", .book(booking(Money(yuan: 5))))
    let stated = try statement(asOf: "2026-08-15", [line("1", "8000.05", "800.01")])
    #expect(try found(journal, stated) == ["warn STALE_STATEMENT -"])
  }

  @Test func `an order on two lines is found once, and so are gaps in the lines' numbers`() throws {
    let stated = try statement([
      line("1", row: 2, "8000.05", "800.01", number: 1),
      line("１", row: 3, "8000.05", "800.01", number: 4),
    ])
    let audit = try journal(.pay).audit("2026Q3", statements: [stated])
    #expect(
      audit.findings.map { "\($0.severity) \($0.code.rawValue) \($0.evidence)" } == [
        "error DUP_ORDER the statement lists it 2 times: orders.xlsx row 2 (¥8,000.05), "
          + "orders.xlsx row 3 (¥8,000.05)",
        "warn SEQ_GAP the line numbers of orders.xlsx have gaps: 2–3 missing",
      ])
  }

  @Test(arguments: [
    ("2026-07-01", "2026-07-01", ""), ("2026-09-30", "2026-07-15", ""),
    ("2026-06-30", "2026-07-01", "warn BOUNDARY 1"),
    ("2026-07-01", "2026-06-30", "warn BOUNDARY 1"),
    ("2026-10-01", "2026-09-30", "warn BOUNDARY 1"),
    ("2026-06-29", "2026-07-01", "warn OUT_OF_QUARTER 1"),
    ("2026-10-01", "2026-09-29", "warn OUT_OF_QUARTER 1"),
    ("2026-06-30", "2026-06-30", "warn BOUNDARY 1"),
    ("2026-05-01", "2026-05-02", "warn OUT_OF_QUARTER 1"),
  ])
  func `days on two sides of the quarter's boundary are told`(
    created: String, booked: String, finding: String
  ) throws {
    var journal = Journal()
    try journal.add("1", booked, .book(booking(Money(yuan: 100))))
    let stated = try statement([line("1", "100.00", "10.00", created: created)])
    #expect(try found(journal, stated) == (finding.isEmpty ? [] : [finding]))
  }

  @Test func `a number written in two ways is matched by its exact form first`() throws {
    var journal = try journal(.pay)
    try journal.add("１", "2026-07-01", .book(booking(Money(yuan: 10))))
    let stated = try statement([
      line("１", row: 2, "10.00", "1.00"), line("1", row: 3, "8000.05", "800.01"),
    ])
    #expect(try found(journal, stated) == ["error DUP_ORDER １"])
  }
}
