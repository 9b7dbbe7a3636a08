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

  @Test func `a closing in a file keeps when it was recorded, and closes no day that was not over`()
    throws
  {
    let fixture = try OrderFixture()
    let rows = [
      "at,event,order,through", "2026-09-15,close,,2026-09-30", "1969-12-31,close,,1969-12-30",
      "2031-01-01,close,,2030-12-31", "2026-10-01,close,,2026-09-30",
    ]
    for row in [2, 3] {
      let file = Array([rows[0], rows[row]].joined(separator: "\n").utf8)
      let failure = try fixture.failure {
        _ = try fixture.book.importOrders(file, file: "e.csv", skipRefused: false)
      }
      #expect(failure.kind == .badInput && failure.details.count == 1)
    }
    let file = Array([rows[0], rows[1], rows[4]].joined(separator: "\n").utf8)
    let result = try fixture.book.importOrders(file, file: "e.csv", skipRefused: true)
    #expect(result.refused.map { "\($0.line) \($0.rule)" } == ["2 not-over"])
    let path = fixture.folder.appending(path: "kolbook.db").path()
    let connection = try Connection(path: path, access: .readOnly)
    let times = try connection.all(
      "SELECT datetime(at_utc, 'unixepoch'), datetime(recorded_utc, 'unixepoch') FROM journal"
    ) { row in [try row.text(0), try row.text(1)] }
    #expect(times == [["2026-09-30 16:00:00", "2026-11-23 02:00:00"]])
    #expect(try !fixture.book.verify(anchor: nil).hasErrors)
  }

  @Test func `a file says how to open closed books again, and takes corrections`() throws {
    let fixture = try OrderFixture()
    try paid(fixture)
    _ = try fixture.book.close("2026Q3", fiscalStart: 1, reason: "")
    let late = Array("at,event,order\n2026-09-01,complete,PGY-1\n".utf8)
    let failure = try fixture.failure {
      _ = try fixture.book.importOrders(late, file: "e.csv", skipRefused: false)
    }
    #expect(failure.next?.contains("kolbook reopen 2026Q3 --reason WHY") == true)
    let rows = "at,event,order,amount,side,reason,corrects\n"
    let row = "2026-10-05,adjust,PGY-1,-0.01,brand_fee,off by a fen,"
    for corrects in ["two", "9"] {
      #expect(throws: Failure.self) {
        _ = try fixture.book.importOrders(
          Array((rows + row + corrects).utf8), file: "e.csv", skipRefused: false)
      }
    }
    let answer = try fixture.book.importOrders(
      Array((rows + row + "2").utf8), file: "e.csv", skipRefused: false)
    #expect(answer.recorded == 1)
    let report = try fixture.book.audit("2026Q4", basis: "charged", fiscalStart: 1)
    let lines = OrderFixture.lines(report.findings)
    #expect(lines.contains { $0.contains("LATE_ENTRY") && $0.contains("corrects entry 2") })
  }

  @Test func `an event of a day yet to come is said to be one, then and in the audit`() throws {
    let fixture = try OrderFixture()
    try paid(fixture)
    let file = Array("at,event,order\n2026-11-24,publish,PGY-1\n2026-11-23,publish,PGY-1".utf8)
    let imported = try fixture.book.importOrders(file, file: "e.csv", skipRefused: false)
    #expect(imported.recorded == 2 && imported.ahead == 1)
    let receipt = try fixture.book.record(.complete, of: "PGY-1", fixture.note("2031-01-01"))
    #expect(receipt.comingDay == Day("2031-01-01"))
    // It is found where it is dated and where it was recorded: nobody audits 2031 now.
    for (quarter, entries) in [("2026Q4", "3 (2026-11-24), 5 (2031-01-01)"), ("2031Q1", "5 (")] {
      let report = try fixture.book.audit(quarter, basis: "charged", fiscalStart: 1)
      let found = OrderFixture.lines(report.findings).filter { $0.hasPrefix("FUTURE_DATE warn") }
      #expect(found.count == 1 && found[0].contains(entries), "\(found)")
    }
    let before = try fixture.book.audit("2026Q3", basis: "charged", fiscalStart: 1)
    #expect(!OrderFixture.lines(before.findings).contains { $0.hasPrefix("FUTURE_DATE") })
  }

  @Test func `facts are of days that have come; a price may be of a coming one`() throws {
    let fixture = try OrderFixture()
    let coming = try #require(Day("2026-11-24"))
    let failure = try fixture.failure {
      _ = try fixture.book.rate("kb001", stars: 4, verdict: nil, comment: "", on: coming)
    }
    #expect(failure.sentence == "--on: wanted a day up to today, 2026-11-23, found 2026-11-24")
    var options = ImportOptions()
    options.asOf = coming
    #expect(throws: Failure.self) { _ = try fixture.book.importLists([], options) }
    let quote = Quote(
      format: .image, price: Money(yuan: 900), quotedOn: coming, validUntil: nil, source: "x")
    #expect(try fixture.book.quote("kb001", quote).receipt.isNew)
  }
}
