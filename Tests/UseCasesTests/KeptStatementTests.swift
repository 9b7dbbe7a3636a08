import Domain
import Foundation
import SQLite
import Testing
import UseCases

/// Statements are kept once, replaced by newer ones, and make the same audit every time.
@Suite struct KeptStatementTests {
  private static let header = "订单id,博主报价,服务费金额,是否为优效模式,订单创建时间\n"

  private func report(_ rows: String..., name: String = "orders.csv") -> InputFile {
    InputFile(
      name: name, bytes: Array((Self.header + rows.map { "\($0)\n" }.joined()).utf8))
  }

  private func numbers(_ fixture: OrderFixture) throws -> [String] {
    try fixture.book.statements().rows.map {
      "\($0[0].shown) \($0[3].shown) \($0.last?.shown ?? "")"
    }
  }

  private func audit(_ fixture: OrderFixture, _ quarter: String = "2026Q3", start: Int = 1) throws
    -> String
  {
    try fixture.book.audit(quarter, basis: "charged", fiscalStart: start).json()
  }

  private let right = "PGY-1,8000.05,800.01,否,2026-07-01"
  private let wrong = "PGY-1,8000.05,900.01,否,2026-07-01"

  @Test func `the same file is kept once, and the audit stays the same to the byte`() throws {
    let fixture = try OrderFixture()
    try fixture.bookExample()
    let first = try fixture.book.reconcile("2026Q3", with: [report(wrong)], fiscalStart: 1)
    #expect(
      first.statements == ["orders.csv: order report of 2026-11-23, 1 line; kept as statement 1"])
    let before = try audit(fixture)
    #expect(before.contains("\"FEE_MISMATCH\""))
    let again = try fixture.book.reconcile("2026Q3", with: [report(wrong)], fiscalStart: 1)
    #expect(
      again.statements == [
        "orders.csv: order report of 2026-11-23, 1 line; known already: statement 1, kept on "
          + "2026-11-23 by lin"
      ])
    let path = fixture.folder.appending(path: "kolbook.db").path()
    let later = try OpenBook(path: path, now: #require(Moment("2027-03-01")), actor: "wu")
    let repeated = try later.reconcile("2026Q3", with: [], fiscalStart: 1)
    #expect(repeated.listing.csv() == first.listing.csv())
    #expect(try later.audit("2026Q3", basis: "charged", fiscalStart: 1).json() == before)
    #expect(try numbers(fixture) == ["1 orders.csv yes"])
  }

  @Test func `a newer one of its kind stands in its place, until it is forgotten`() throws {
    let fixture = try OrderFixture()
    try fixture.bookExample()
    _ = try fixture.book.reconcile("2026Q3", with: [report(wrong)], fiscalStart: 1)
    let before = try audit(fixture)
    let files = [report(right, name: "a.csv"), report(name: "b.csv")]
    let both = try fixture.book.reconcile("2026Q3", with: files, fiscalStart: 1)
    #expect(both.summary == "exact 1" && !both.hasDifferences)
    #expect(try numbers(fixture) == ["2 a.csv yes", "3 b.csv yes", "1 orders.csv replaced"])
    #expect(try !audit(fixture).contains("FEE_MISMATCH"))
    // The older one, given again, is the newest.
    _ = try fixture.book.reconcile("2026Q3", with: [report(wrong)], fiscalStart: 1)
    #expect(
      try numbers(fixture) == ["1 orders.csv yes", "2 a.csv replaced", "3 b.csv replaced"])
    #expect(try audit(fixture) == before)
    #expect(
      try fixture.book.forgetStatement(1) == "statement 1, the order report orders.csv of 2026Q3")
    #expect(try !audit(fixture).contains("FEE_MISMATCH"))
    #expect(try fixture.failure { _ = try fixture.book.forgetStatement(1) }.kind == .failed)
    #expect(try fixture.failure { _ = try fixture.book.statementLines(1) }.kind == .failed)
  }

  @Test func `nothing is kept of a dry run, of a broken file, or of another quarter's`() throws {
    let fixture = try OrderFixture()
    try fixture.bookExample()
    let dry = try fixture.book.reconcile(
      "2026Q3", with: [report(wrong)], fiscalStart: 1, isDryRun: true)
    #expect(dry.hasDifferences)
    #expect(dry.statements == ["orders.csv: order report of 2026-11-23, 1 line; not kept"])
    let broken = try fixture.failure {
      _ = try fixture.book.reconcile(
        "2026Q3", with: [report(right), report("PGY-1,x,1,否,-")], fiscalStart: 1)
    }
    #expect(broken.kind == .badInput && broken.details.count == 1)
    let strange = try fixture.failure {
      _ = try fixture.book.reconcile("2026Q2", with: [report(right)], fiscalStart: 1)
    }
    #expect(strange.kind == .badInput)
    #expect(strange.next == "kolbook reconcile 2026Q3 orders.csv")
    let huge = try fixture.failure {
      let row = "1,100000000000,100000000000,否,2026-07-01"
      _ = try fixture.book.reconcile(
        "2026Q3",
        with: [
          InputFile(
            name: "h.csv",
            bytes: Array((Self.header + String(repeating: row + "\n", count: 60_000)).utf8))
        ],
        fiscalStart: 1)
    }
    #expect(huge.kind == .badInput)
    #expect(try numbers(fixture).isEmpty)
    #expect(
      try fixture.failure {
        _ = try fixture.book.reconcile("2026Q3", with: [], fiscalStart: 1)
      }.next == "kolbook reconcile 2026Q3 FILE")
  }

  @Test func `a fiscal quarter of the same days has the same statements`() throws {
    let fixture = try OrderFixture()
    try fixture.bookExample()
    _ = try fixture.book.reconcile("FY2026Q2", with: [report(wrong)], fiscalStart: 4)
    #expect(try audit(fixture).contains("FEE_MISMATCH"))
    #expect(try audit(fixture, "FY2026Q2", start: 4).contains("FEE_MISMATCH"))
    #expect(try !audit(fixture, "FY2026Q2", start: 2).contains("FEE_MISMATCH"))
  }

  @Test func `the kept rows sum up to what the audit says of the samples, by SQL`() throws {
    let fixture = try OrderFixture()
    let files = ["pugongying_order_report_2026Q3.xlsx", "pugongying_note_batch_2026Q3.xlsx"]
    _ = try fixture.book.reconcile(
      "2026Q3", with: InputFile.read(files.map { "\(ImportTests.samples)/\($0)" }), fiscalStart: 1)
    let path = fixture.folder.appending(path: "kolbook.db").path()
    let connection = try Connection(path: path, access: .readWrite)
    let sums = try connection.all(
      """
      SELECT count(*), sum(CAST(replace(quote_yuan, '.', '') AS INTEGER)),
        sum(CAST(replace(fee_yuan, '.', '') AS INTEGER))
      FROM v_statement_line GROUP BY kind ORDER BY kind DESC
      """
    ) { row in [row.int64(0), row.int64(1), row.int64(2)] }
    let report = try fixture.book.audit("2026Q3", basis: "charged", fiscalStart: 1)
    let stated = report.reconciliation.rows.filter { $0[1].shown == "stated" }
    #expect(
      stated.map { Array($0[2...]) }
        == sums.map {
          [.integer($0[0]), .money(Money(fen: $0[1])), .money(Money(fen: $0[2]))]
        })
    // By Python, from the files themselves.
    #expect(sums == [[84, 24_183_450, 2_549_630], [84, 24_183_450, 2_547_700]])
    #expect(throws: SQLiteError.self, "lines stay as they were read") {
      try connection.run("UPDATE statement_line SET quote_fen = 1")
    }
  }
}
