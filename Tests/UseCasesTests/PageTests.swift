import Domain
import Testing
import UseCases

@testable import Interchange

/// Audits and shortlists as pages: everything is on them, and names stay names.
@Suite struct PageTests {
  /// The elements of a page and its text.
  private final class Reader: XMLHandler {
    var elements: Set<String> = []
    var text = ""

    static func read(_ page: [UInt8]) throws -> Reader {
      let reader = Reader()
      // Our parser refuses document types; expat takes nothing but well-formed XML.
      try Array(page.drop { $0 != UInt8(ascii: "\n") }.dropFirst()).withUnsafeBytes { bytes in
        try XMLParser("page", reader).feed(bytes, isLast: true)
      }
      return reader
    }

    override func start(_ name: XMLText, _ attributes: XMLAttributes) {
      elements.insert(name.string)
    }

    override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
      text += String(decoding: bytes, as: UTF8.self)
    }
  }

  private static let hostile = "</td><script>alert(\"1 & 2\")</script>小红"

  private func audited() throws -> (OrderFixture, AuditReport) {
    let fixture = try OrderFixture()
    try fixture.bookExample()
    _ = try fixture.book.record(.pay, of: "PGY-1", fixture.note("2026-07-02"))
    var draft = CreatorDraft()
    (draft.nickname, draft.id, draft.followers) = (Self.hostile, "kb002", 900)
    _ = try fixture.book.add(draft)
    let order = OrderDraft(
      number: "PGY-<2>", creator: "kb002", quote: Money(fen: 5), format: .video)
    _ = try fixture.book.bookOrder(order, try fixture.note("2026-07-03"))
    _ = try fixture.book.record(.pay, of: "PGY-<2>", fixture.note("2026-07-03"))
    let report = "订单id,博主报价,服务费金额,是否为优效模式,订单创建时间\nPGY-1,8000.05,900.01,否,2026-07-01\n"
    _ = try fixture.book.reconcile(
      "2026Q3", with: [InputFile(name: "<orders>.csv", bytes: Array(report.utf8))], fiscalStart: 1)
    return (fixture, try fixture.book.audit("2026Q3", basis: "charged", fiscalStart: 1))
  }

  @Test func `every figure and every finding of an audit is on its page`() throws {
    let (fixture, report) = try audited()
    let page = try Reader.read(report.page())
    let lists =
      [report.total, report.movements, report.openOrders, report.findings, report.reconciliation]
      + report.groups.map(\.rows) + [report.statements.without("kind", "quarter", "sheet")]
      + [report.orders.without("tier")]
    for cell in lists.flatMap(\.rows).flatMap(\.self) where cell != .none {
      let shown = ["error": "error", "warn": "warning", "info": "for the record"][cell.shown]
      #expect(page.text.contains(shown ?? cell.shown), "\(cell.shown)")
    }
    for fact in [report.head, report.bookID, "Asia/Shanghai", "charged in the quarter"] {
      #expect(page.text.contains(fact))
    }
    let again = try fixture.book.audit("2026Q3", basis: "charged", fiscalStart: 1)
    #expect(again.page() == report.page())
  }

  @Test func `an empty quarter has a page too`() throws {
    let fixture = try OrderFixture()
    for basis in ["charged", "settled", "order-date"] {
      let report = try fixture.book.audit("FY2026Q3", basis: basis, fiscalStart: 4)
      #expect(try Reader.read(report.page()).text.contains("Nothing looks wrong."))
    }
  }

  @Test func `a name is text on a page, whatever it holds`() throws {
    let page = try Reader.read(audited().1.page())
    #expect(page.text.contains(Self.hostile))
    #expect(!page.elements.contains("script"))
  }

  @Test func `the whole audit as one list has each row of each part`() throws {
    let (_, report) = try audited()
    let whole = report.whole
    let parts = [
      ("audit", report.facts), ("amounts", report.allAmounts), ("movements", report.movements),
      ("open", report.openOrders), ("statements", report.statements),
      ("reconciliation", report.reconciliation), ("findings", report.findings),
      ("orders", report.orders),
    ]
    #expect(whole.rows.count == parts.reduce(0) { $0 + $1.1.rows.count })
    for (name, part) in parts {
      let rows = whole.keeping(["part"] + part.columns.map(\.key)).rows
      #expect(rows.filter { $0[0] == .text(name) }.map { Array($0.dropFirst()) } == part.rows)
    }
  }

  @Test func `a shortlist's page has the list, its reasons and what it was decided by`() throws {
    let (temporary, book) = try SmallMarket.book(of: 24, seed: 5)
    _ = try book.plan(SmallMarket.request, saveAs: "<spring>") { false }
    let list = try book.shortlist("<spring>")
    let bytes = try book.page(of: list, reasons: { false }) { false }
    let page = try Reader.read(bytes)
    let columns = list.listing.without("profile_url", "quoted_on", "raters", "categories")
    for cell in columns.rows.flatMap(\.self) where cell != .none {
      #expect(page.text.contains(cell.shown))
    }
    let reasons = try book.why("<spring>", asDecided: true, reasons: { false }) { false }
    let tables = try #require(reasons.outcome.reasons).tables
    #expect(tables.count == 4)
    for word in tables.flatMap(\.rows).flatMap(\.self) { #expect(page.text.contains(word)) }
    for word in ["<spring>", "¥30,000.00", "2026-11-23", "half up to a fen", "c7"] {
      #expect(page.text.contains(word))
    }
    #expect(try book.page(of: list, reasons: { false }) { false } == bytes)

    // When the book has changed so that another list is the best, that is said instead of its reasons.
    var better = CreatorDraft()
    (better.nickname, better.id, better.followers) = ("新人", "c99", 90_000)
    better.engagement = EngagementRate(basisPoints: 3_000, base: .followers)
    better.quotes = [
      Quote(format: .image, price: Money(yuan: 100), quotedOn: book.today, source: "lin")
    ]
    _ = try temporary.open().add(better)
    let later = try Reader.read(book.page(of: list, reasons: { false }) { false })
    #expect(later.text.contains("The book has changed since"))
  }
}
