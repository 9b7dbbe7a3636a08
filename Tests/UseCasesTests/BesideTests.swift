import Domain
import Testing
import UseCases

/// What is shown beside the ledger: dollars, parts of MCNs, invoices.
@Suite struct BesideTests {
  private func fixture() throws -> OrderFixture {
    let fixture = try OrderFixture()
    try fixture.bookExample()
    _ = try fixture.book.record(.pay, of: "PGY-1", fixture.note("2026-07-02"))
    _ = try fixture.book.record(.complete, of: "PGY-1", fixture.note("2026-07-10"))
    _ = try fixture.book.record(
      .refund(Money(fen: 123_456), keepBrandFee: false, keepCreatorFee: false), of: "PGY-1",
      fixture.note("2026-07-20"))
    return fixture
  }

  private func rates(_ rows: String, _ table: String = "usd_rate") -> InputFile {
    InputFile(name: "rates.csv", bytes: Array(rows.utf8))
  }

  private func usd(_ fixture: OrderFixture, basis: String = "charged") throws -> AuditReport {
    try fixture.book.audit("2026Q3", basis: basis, fiscalStart: 1, inDollars: true)
  }

  /// The totals of a view, as machines read them.
  private func total(_ report: AuditReport) throws -> [String] {
    try #require(report.dollars).rows[0].dropFirst(4).map(\.shown)
  }

  @Test func `each entry counts at the last rate on or before its day, and the total is their sum`()
    throws
  {
    let fixture = try fixture()
    _ = try fixture.book.replaceReference(
      "usd_rate", with: rates("from_date,cny_per_usd\n2026-07-01,7\n2026-07-14,8\n"))
    // Paid 8,000.05 + 800.01 - 800.01 at 7; back 1,234.56 + 123.46 - 123.46 at 8, each to the cent.
    // 1142.86 114.29 114.29; -154.32 -15.43 -15.43.
    let report = try usd(fixture)
    #expect(
      try total(report) == ["$988.54", "$98.86", "$98.86", "$1,087.40", "$889.68", "$197.72"])
    #expect(!report.findings.rows.contains { $0[0] == .text("FX_STALE") })
    // Settled: on completion, 2026-07-10, at the same rates.
    #expect(try total(usd(fixture, basis: "settled")) == total(report))
    let groups = try #require(report.dollars).rows
    for by in ["tier", "creator", "mcn", "campaign"] {
      let rows = groups.filter { $0[0] == .text(by) }
      #expect(rows.map { $0[4].shown } == ["$988.54"])
    }
  }

  @Test func `a rate older than 7 days is a finding, and no rate is an error that says what to do`()
    throws
  {
    let fixture = try fixture()
    #expect(
      try fixture.failure { _ = try usd(fixture) }.sentence
        == "there is no dollar rate on or before 2026-07-02, for order PGY-1")
    _ = try fixture.book.replaceReference(
      "usd_rate", with: rates("from_date,cny_per_usd\n2026-07-13,8\n2026-07-02,7\n"))
    #expect(try !usd(fixture).json().contains("FX_STALE"))
    _ = try fixture.book.replaceReference(
      "usd_rate", with: rates("from_date,cny_per_usd\n2026-07-12,8.5\n2026-07-13,8.1\n"))
    #expect(try !usd(fixture).json().contains("FX_STALE"))
    let other = try self.fixture()
    _ = try other.book.replaceReference(
      "usd_rate", with: rates("from_date,cny_per_usd\n2026-07-12,8\n2026-07-02,7\n"))
    let stale = try usd(other).findings.rows.filter { $0[0] == .text("FX_STALE") }
    #expect(
      stale.map { $0[3].shown } == [
        "the dollar rate of 2026-07-12 stands for 1 entry more than 7 days later, the last of "
          + "2026-07-20"
      ])
    #expect(stale.map { $0[1].shown } == ["info"])
    // Nothing of it without dollars.
    let plain = try other.book.audit("2026Q3", basis: "charged", fiscalStart: 1)
    #expect(plain.dollars == nil && !plain.json().contains("FX_STALE"))
  }

  @Test func `rates that are none are refused, each with its line`() throws {
    let fixture = try OrderFixture()
    let failure = try fixture.failure {
      _ = try fixture.book.replaceReference(
        "usd_rate", with: rates("from_date,cny_per_usd\n2026-07-01,0\n2026-07-32,7\n"))
    }
    #expect(failure.details.count == 2 && failure.kind == .badInput)
    #expect(
      try fixture.failure {
        _ = try fixture.book.replaceReference(
          "mcn_share", with: rates("mcn,from_date,share_bp\n山海,2026-07-01,10001\n"))
      }.details.first?.contains("0 through 10000 basis points") == true)
  }

  @Test func `an MCN's part is shown by order and by MCN, and a later share leaves it as it is`()
    throws
  {
    let fixture = try fixture()
    let before = try fixture.book.audit("2026Q3", basis: "charged", fiscalStart: 1)
    #expect(before.orders.keeping(["mcn_part"]).rows == [[.none]])
    _ = try fixture.book.replaceReference(
      "mcn_share", with: rates("mcn,from_date,share_bp\n山海,2026-07-01,3000\n山海,2026-07-02,9000\n"))
    let report = try fixture.book.audit("2026Q3", basis: "charged", fiscalStart: 1)
    // 30 % of 6,088.94.
    let wanted: [[Cell]] = [[.money(Money(fen: 182_668)), .money(Money(fen: 426_226))]]
    let keys = ["mcn_part", "creator_part"]
    #expect(report.orders.keeping(keys).rows == wanted)
    #expect(report.groups.first { $0.by == "mcn" }?.rows.keeping(keys).rows == wanted)
    #expect(try fixture.book.order("PGY-1").order.keeping(keys).rows == wanted)
    #expect(try fixture.book.orders(OrderQuery()).keeping(keys).rows == wanted)
  }

  @Test func `an MCN's parts of quarters sum to its part of the whole, by every basis`() throws {
    var random = SplitMix(seed: 11)
    let fixture = try OrderFixture()
    _ = try fixture.book.replaceReference(
      "mcn_share", with: rates("mcn,from_date,share_bp\n山海,2026-01-01,3333\n"))
    var text = "at,event,order,creator,quote,amount\n"
    for order in 100..<140 {
      text += "2026-01-05,book,\(order),kb001,\(10 + random.below(9_000)).0\(random.below(9)),\n"
      text += "2026-02-0\(1 + random.below(9)),pay,\(order),,,\n"
      text += "2026-04-0\(1 + random.below(9)),complete,\(order),,,\n"
      for month in [6, 7, 8] where random.below(4) > 0 {
        text += "2026-0\(month)-11,refund,\(order),,,\(random.below(3)).\(10 + random.below(90))\n"
      }
    }
    _ = try fixture.book.importOrders(Array(text.utf8), file: "events.csv", skipRefused: false)
    let keys = ["order", "mcn_part"]
    let whole = try fixture.book.orders(OrderQuery()).keeping(keys).rows.map { "\($0)" }
    for basis in ["charged", "settled", "order-date"] {
      var parts: [String: Int64] = [:]
      for quarter in 1...4 {
        let audit = try fixture.book.audit("2026Q\(quarter)", basis: basis, fiscalStart: 1)
        for row in audit.orders.keeping(keys).rows {
          guard case .text(let order) = row[0], case .money(let part) = row[1] else { continue }
          parts[order, default: 0] += part.fen
        }
      }
      let sums = parts.map { "\([Cell.text($0.key), .money(Money(fen: $0.value))])" }
      #expect(sums.count == 40 && sums.sorted() == whole.sorted(), "\(basis)")
    }
  }

  @Test func `an invoice is noted piece by piece, shown everywhere, and no part of the ledger`()
    throws
  {
    let fixture = try fixture()
    let head = try fixture.book.verify(anchor: nil).head
    _ = try fixture.book.noteFapiao(Fapiao(number: " 24312 "), of: "PGY-1")
    _ = try fixture.book.noteFapiao(Fapiao(date: "2026-08-31"), of: "PGY-1")
    let noted = try fixture.book.noteFapiao(Fapiao(number: "24313", note: "6%"), of: "PGY-1")
    #expect(noted == Fapiao(number: "24313", date: "2026-08-31", note: "6%"))
    let wanted: [[Cell]] = [[.text("24313"), .text("2026-08-31"), .text("6%")]]
    let keys = ["fapiao_no", "fapiao_date", "tax_note"]
    #expect(try fixture.book.order("PGY-1").order.keeping(keys).rows == wanted)
    #expect(try fixture.book.orders(OrderQuery()).keeping(keys).rows == wanted)
    let report = try fixture.book.audit("2026Q3", basis: "charged", fiscalStart: 1)
    #expect(report.orders.keeping(keys).rows == wanted)
    #expect(String(decoding: report.page(), as: UTF8.self).contains("<caption>Fapiao</caption>"))
    let after = try fixture.book.verify(anchor: nil)
    #expect(after.head == head && !after.hasErrors)
    #expect(
      try fixture.failure { _ = try fixture.book.noteFapiao(Fapiao(note: "x"), of: "PGY-9") }
        .sentence == "there is no order PGY-9 in this book")
  }
}
