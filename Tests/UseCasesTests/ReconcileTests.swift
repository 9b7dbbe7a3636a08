import Domain
import Foundation
import Ledger
import Testing
import UseCases

/// The two statements of the samples against a book into which their orders were booked.
@Suite struct ReconcileTests {
  private static let statements = [
    "pugongying_order_report_2026Q3.xlsx", "pugongying_note_batch_2026Q3.xlsx",
  ].map { "\(ImportTests.samples)/\($0)" }

  /// What Python read from a statement.
  private func expected(_ kind: String) throws -> [[String: Any]] {
    let url = URL(filePath: "\(ImportTests.samples)/expected_statements.json")
    let all = try JSONSerialization.jsonObject(with: Data(contentsOf: url))
    return try #require((all as? [String: [[String: Any]]])?[kind])
  }

  /// Books the orders of the report, changed as the test wants them.
  private func book(
    _ fixture: OrderFixture, change: (Int, inout OrderDraft) -> Bool = { _, _ in true }
  ) throws {
    let notes = try expected("notes")
    for (place, order) in try expected("orders").enumerated() {
      let creator = try #require(notes[place]["user_id"] as? String)
      var file = OrderDraft(
        number: order["order"] as? String, creator: creator,
        quote: Money(fen: Int64(try #require(order["quote"] as? Int))), format: nil)
      file.mode = order["boosted"] as? Bool == true ? .boosted : .standard
      guard change(place, &file) else { continue }
      var csv = "at,event,order,creator,quote,mode\n"
      csv += "\(order["created"] ?? ""),book,\(file.number ?? ""),\(file.creator),"
      csv += "\(file.quote.yuanText),\(file.mode.rawValue)\n"
      _ = try fixture.book.importOrders(Array(csv.utf8), file: "e", skipRefused: false)
    }
  }

  private func matches(_ report: ReconcileReport) -> [String: Int] {
    report.listing.rows.reduce(into: [:]) { $0[$1[0].shown, default: 0] += 1 }
  }

  @Test func `all orders agree; fees of the note batch are cut to whole yuan`() throws {
    let fixture = try OrderFixture()
    try book(fixture)
    let report = try fixture.book.reconcile(
      "2026Q3", with: try InputFile.read(Self.statements), fiscalStart: 1)
    // By Python: 38 of the 84 fees in the note batch differ from the report's, all cut down.
    #expect(matches(report) == ["exact": 130, "truncated": 38])
    #expect(!report.hasDifferences)
    #expect(report.summary == "exact 130, truncated 38")
  }

  @Test func `a wrong fee, an order too many, one too few and boosted ones are found`() throws {
    let fixture = try OrderFixture()
    let orders = try expected("orders")
    let boosted = orders.indices.filter { orders[$0]["boosted"] as? Bool == true }
    let plain = orders.indices.filter { orders[$0]["boosted"] as? Bool == false }
    let wrong = plain[0]
    let missing = plain[1]
    try book(fixture) { place, draft in
      draft.mode = .standard
      if place == wrong { draft.quote = draft.quote + Money(fen: 20) }
      return place != missing
    }
    let extra = "at,event,order,creator,quote\n2026-08-01,book,1234567890123456789,kb001,100\n"
    _ = try fixture.book.importOrders(Array(extra.utf8), file: "e", skipRefused: false)
    let files = try InputFile.read([Self.statements[0]])
    let report = try fixture.book.reconcile("2026Q3", with: files, fiscalStart: 1)
    #expect(
      matches(report) == [
        "exact": 72, "boosted rate": 10, "mismatch": 1, "missing here": 1, "missing there": 1,
      ])
    #expect(boosted.count == 10)
    #expect(report.hasDifferences)
    let rows = report.differences.rows
    let order = { (match: String) in rows.first { $0[0].shown == match }?[1].shown }
    #expect(order("mismatch") == orders[wrong]["order"] as? String)
    #expect(order("missing here") == orders[missing]["order"] as? String)
    #expect(order("missing there") == "1234567890123456789")
    #expect(rows.count == 13)
    // The same figures in the audit, from what was kept.
    let audit = try fixture.book.audit("2026Q3", basis: "order-date", fiscalStart: 1)
    let codes = audit.findings.rows.reduce(into: [String: Int]()) {
      $0[$1[0].shown, default: 0] += 1
    }
    #expect(codes["BOOSTED_RATE"] == 10 && codes["FEE_MISMATCH"] == 1)
    #expect(codes["UNRECONCILED"] == 1 && codes["UNBILLED"] == 1)
    #expect(audit.hasErrors)
  }

  @Test func `an order of a creator that nobody knows comes with the command that adds one`()
    throws
  {
    let fixture = try OrderFixture()
    var draft = CreatorDraft()
    let notes = try expected("notes")
    (draft.nickname, draft.userID) = ("known", notes[0]["user_id"] as? String)
    _ = try fixture.book.add(draft)
    _ = try fixture.book.reconcile(
      "2026Q3", with: try InputFile.read(Self.statements), fiscalStart: 1)
    let findings = try fixture.book.audit("2026Q3", basis: "charged", fiscalStart: 1).findings
    let next = { (order: String) in findings.rows.first { $0[2].shown == order }?[4].shown ?? "" }
    #expect(
      next("6526383153762450120") == "kolbook order book 6526383153762450120 "
        + "--creator dcd49c5aa718fd72f7daf1a4 --quote 420.00 --at 2026-07-04")
    // 月茶探店 has two orders: the first in the report adds her.
    let book = { (order: String) in
      "kolbook order book \(order) --creator cc099c3cc2f73ccc374a7d12 --quote "
    }
    let orders = notes.filter { $0["user_id"] as? String == "cc099c3cc2f73ccc374a7d12" }
      .compactMap { $0["order"] as? String }.sorted()
    #expect(orders.count > 1)
    for order in orders {
      let add = "kolbook add 月茶探店 --user-id cc099c3cc2f73ccc374a7d12 && "
      #expect(next(order).hasPrefix((order == orders[0] ? add : "") + book(order)))
    }
  }

  @Test func `orders that only the statements have are recorded from the file of them`() throws {
    let fixture = try OrderFixture()
    let files = try InputFile.read(Self.statements)
    let first = try fixture.book.reconcile("2026Q3", with: files, fiscalStart: 1)
    let (orders, notes) = (try expected("orders"), try expected("notes"))
    #expect(first.missingCount == orders.count)
    let file = first.missing.excelCSV()
    let recorded = try fixture.book.importOrders(file, file: "missing.csv", skipRefused: false)
    let published = notes.count { $0["published"] is String }
    let completed = orders.count { $0["done"] is String }
    #expect(recorded.recorded == orders.count * 2 + published + completed)
    let second = try fixture.book.reconcile("2026Q3", with: [], fiscalStart: 1)
    #expect(matches(second) == ["exact": 130, "truncated": 38])
    #expect(second.missingCount == 0)
    let creator = try fixture.book.card("dcd49c5aa718fd72f7daf1a4").summary.creator
    #expect(creator.nickname == "木爱吃饭")
    let again = try fixture.book.importOrders(file, file: "missing.csv", skipRefused: false)
    #expect(again.recorded == 0 && again.known == recorded.recorded)
  }

  @Test func `without a note batch the file of missing orders asks whose each is`() throws {
    let fixture = try OrderFixture()
    let report = try fixture.book.reconcile(
      "2026Q3", with: try InputFile.read([Self.statements[0]]), fiscalStart: 1)
    let failure = try #require(throws: Failure.self) {
      try fixture.book.importOrders(
        report.missing.excelCSV(), file: "missing.csv", skipRefused: false)
    }
    #expect(
      failure.details.first
        == "missing.csv:2: creator: wanted a creator's id, 小红书号 or nickname, found nothing")
  }

  @Test func `orders without a day are left out of the file, and nothing is kept if all are`()
    throws
  {
    let fixture = try OrderFixture()
    let batch = try InputFile.read([Self.statements[1]])
    let failure = try fixture.failure {
      _ = try fixture.book.reconcile("2026Q3", with: batch, fiscalStart: 1, missing: "m.csv")
    }
    #expect(failure.kind == .usage)
    #expect(
      failure.next
        == "kolbook reconcile 2026Q3 \(batch[0].name) ORDERS.xlsx --missing m.csv")
    let nothing = try fixture.failure {
      _ = try fixture.book.reconcile("2026Q3", with: [], fiscalStart: 1)
    }
    #expect(nothing.sentence == "no statement of 2026Q3 is kept")
    let order = try #require(try expected("orders").first?["order"] as? String)
    let one = "订单id,博主报价,服务费金额,是否为优效模式,订单创建时间\n\(order),1,0.1,否,2026-07-04\n"
    let report = try fixture.book.reconcile(
      "2026Q3", with: batch + [InputFile(name: "one.csv", bytes: Array(one.utf8))],
      fiscalStart: 1, missing: "m.csv")
    #expect(report.datedCount == 1 && report.undatedCount == report.missingCount - 1)
    #expect(Set(report.missing.rows.map { $0[2] }) == [.text(order)])
    #expect(report.missing.rows.allSatisfy { $0[0] != .none })
  }

  @Test func `a note by somebody else is found`() throws {
    let fixture = try OrderFixture()
    let other = String(repeating: "a", count: 24)
    try book(fixture) { place, draft in
      if place == 3 { draft.creator = other }
      return true
    }
    let report = try fixture.book.reconcile(
      "2026Q3", with: try InputFile.read([Self.statements[1]]), fiscalStart: 1)
    #expect(matches(report) == ["exact": 45, "truncated": 38, "other creator": 1])
    let audit = try fixture.book.audit("2026Q3", basis: "charged", fiscalStart: 1)
    #expect(audit.findings.rows.count { $0[0] == .text("CREATOR_MISMATCH") } == 1)
  }
}
