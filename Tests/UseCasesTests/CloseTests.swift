import Domain
import Foundation
import SQLite
import Testing
import UseCases

/// Closed books take nothing any more that is dated in them, and opening them again leaves a trace.
@Suite struct CloseTests {
  private func paid(_ fixture: OrderFixture) throws {
    try fixture.bookExample()
    _ = try fixture.book.record(.pay, of: "PGY-1", fixture.note("2026-08-01"))
  }

  @Test func `nothing dated in closed books is taken, and what helps is named`() throws {
    let fixture = try OrderFixture()
    try paid(fixture)
    let closed = try fixture.book.close("2026Q3", fiscalStart: 1, reason: "")
    #expect("\(closed.through)" == "2026-09-30")
    #expect(closed.head.hasPrefix("3:"))
    for day in ["2026-09-30", "2026-09-30T23:59:59+08:00", "2026-01-01"] {
      let failure = try fixture.failure {
        _ = try fixture.book.record(.complete, of: "PGY-1", fixture.note(day))
      }
      #expect(failure.kind == .failed && failure.sentence.contains("closed through 2026-09-30"))
      #expect(failure.next?.hasPrefix("kolbook reopen 2026Q") == true)
    }
    // 2026-09-30T16:00:00Z is October in Shanghai.
    _ = try fixture.book.record(.complete, of: "PGY-1", fixture.note("2026-09-30T16:00:00Z"))
    #expect(try !fixture.book.verify(anchor: closed.head).hasErrors)
  }

  @Test func `the book itself refuses such an entry, whoever writes it`() throws {
    let fixture = try OrderFixture()
    try paid(fixture)
    _ = try fixture.book.close("2026Q3", fiscalStart: 1, reason: "")
    let path = fixture.folder.appending(path: "kolbook.db").path()
    let connection = try Connection(path: path, access: .readWrite)
    let insert = { (day: Int64) in
      try connection.run(
        "INSERT INTO journal (seq, at_utc, day, recorded_utc, actor, type, order_id, reason, hash) "
          + "VALUES (4, ?1 * 86400, ?1, 0, 'x', 'publish', 'PGY-1', '', zeroblob(32))", day)
    }
    let last = try #require(Day("2026-09-30")).number
    #expect(throws: SQLiteError.self) { try insert(Int64(last)) }
    #expect(try insert(Int64(last) + 1) == 1)
  }

  @Test func `opening again takes entries from that quarter on, and every audit tells it`() throws {
    let fixture = try OrderFixture()
    try paid(fixture)
    _ = try fixture.book.close("2026Q3", fiscalStart: 1, reason: "")
    let opened = try fixture.book.reopen("2026Q3", fiscalStart: 1, reason: "late refund")
    #expect("\(opened.through)" == "2026-06-30")
    _ = try fixture.book.record(.complete, of: "PGY-1", fixture.note("2026-08-02"))
    #expect(
      throws: Failure.self, "June is still closed",
      performing: {
        _ = try fixture.book.record(
          .refund(Money(yuan: 1), keepBrandFee: false, keepCreatorFee: false), of: "PGY-1",
          fixture.note("2026-06-30"))
      })
    _ = try fixture.book.close("2026Q3", fiscalStart: 1, reason: "")
    for quarter in ["2026Q3", "2026Q4"] {
      let report = try fixture.book.audit(quarter, basis: "charged", fiscalStart: 1)
      let lines = OrderFixture.lines(report.findings)
      #expect(lines.contains { $0.hasPrefix("REOPENED info") && $0.contains("late refund") })
    }
    #expect(try !fixture.book.verify(anchor: nil).hasErrors)
  }

  @Test func `only a quarter that is over is closed, once; only a closed one is opened`() throws {
    let fixture = try OrderFixture()
    #expect(throws: Failure.self) {
      _ = try fixture.book.close("2026Q4", fiscalStart: 1, reason: "")
    }
    #expect(throws: Failure.self) {
      _ = try fixture.book.reopen("2026Q3", fiscalStart: 1, reason: "why")
    }
    _ = try fixture.book.close("FY2026Q2", fiscalStart: 4, reason: "")
    for quarter in ["2026Q3", "2026Q2"] {
      #expect(throws: Failure.self) {
        _ = try fixture.book.close(quarter, fiscalStart: 1, reason: "")
      }
    }
    #expect(throws: Failure.self) {
      _ = try fixture.book.reopen("2026Q3", fiscalStart: 1, reason: "  ")
    }
    #expect(throws: Failure.self) {
      _ = try fixture.book.reopen("2026Q4", fiscalStart: 1, reason: "why")
    }
  }

  @Test func `a file's events into closed books are refused with their rule`() throws {
    let fixture = try OrderFixture()
    try paid(fixture)
    _ = try fixture.book.close("2026Q3", fiscalStart: 1, reason: "")
    let file = Array("at,event,order\n2026-09-01,complete,PGY-1\n2026-10-01,complete,PGY-1\n".utf8)
    let result = try fixture.book.importOrders(file, file: "e.csv", skipRefused: true)
    #expect(result.recorded == 1)
    #expect(result.refused.map(\.rule) == ["closed-books"])
  }

  @Test func `a correction of an entry in closed books is told by the audit`() throws {
    let fixture = try OrderFixture()
    try paid(fixture)
    _ = try fixture.book.close("2026Q3", fiscalStart: 1, reason: "")
    var note = try fixture.note("2026-10-05", reason: "off by a fen")
    note.corrects = 2
    _ = try fixture.book.record(
      .adjust(part: "brand_fee", by: Money(fen: -1)), of: "PGY-1", note)
    let report = try fixture.book.audit("2026Q4", basis: "charged", fiscalStart: 1)
    let lines = OrderFixture.lines(report.findings)
    #expect(lines.contains { $0.contains("LATE_ENTRY") && $0.contains("corrects entry 2") })
  }

  @Test func `a file closes and opens the books between its events, once a key`() throws {
    let fixture = try OrderFixture()
    try paid(fixture)
    let rows = [
      "at,event,order,through,reason,key", "2026-08-02,complete,PGY-1,,,a",
      "2026-10-01,close,,2026-09-30,,b", "2026-08-03,publish,PGY-1,,,c",
      "2026-10-02,close,,2026-09-30,,d", "2026-10-02,reopen,,2026-09-30,late,e",
      "2026-10-02,reopen,,2026-06-30,,f", "2026-10-02,reopen,,2026-06-30,late,g",
      "2026-08-04,publish,PGY-1,,,h", "2026-12-31,close,,2026-12-31,,i",
    ]
    let file = Array(rows.joined(separator: "\n").utf8)
    let result = try fixture.book.importOrders(file, file: "e.csv", skipRefused: true)
    #expect(result.recorded == 3)
    #expect(
      result.refused.map { "\($0.line) \($0.rule)" } == [
        "4 closed-books", "5 closed-books", "6 not-closed", "7 no-reason", "9 already-completed",
        "10 not-over",
      ])
    let told = Array([0, 1, 2, 7].map { rows[$0] }.joined(separator: "\n").utf8)
    let again = try fixture.book.importOrders(told, file: "e.csv", skipRefused: false)
    #expect(again.recorded == 0 && again.known == 3)
    #expect(try !fixture.book.verify(anchor: nil).hasErrors)
  }
}
