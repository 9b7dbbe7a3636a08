import Domain
import Ledger

// What Pugongying's statements say beside the audit.
extension AuditReport {
  /// Pugongying's statements that the quarter was compared with; none when none is kept.
  public var statements: Listing {
    Listing(
      columns: OpenBook.statementColumns,
      rows: audit.statements.map { OpenBook.row($0, lines: Int64($0.lines.count)) })
  }

  /// Quotes and brand-side fees of each kind of statement, those of this audit, their difference, and
  /// what it is made of: the reasons sum up to it.
  public var reconciliation: Listing {
    Listing(
      columns: [
        .init("statement", "statement"), .init("line", "line"),
        .init("orders", "orders", .integer), .init("quote", "quote", .money),
        .init("brand_fee", "brand fee", .money),
      ], rows: audit.reconciliation.flatMap(Self.rows))
  }

  private static func rows(_ totals: StatementTotals) -> [[Cell]] {
    let row = { (line: String, orders: Int?, charge: Charge) -> [Cell] in
      [
        .text(totals.kind.title), .text(line), .optional(orders.map { Int64($0) }),
        .money(charge.quote), .money(charge.brandFee),
      ]
    }
    let reasons = StatementTotals.Reason.allCases.compactMap { reason in
      totals.reasons[reason].map { row(reason.rawValue, $0.orders, $0.charge) }
    }
    return [
      row("stated", totals.stated.orders, totals.stated.charge),
      row("this audit", totals.books.orders, totals.books.charge),
      row("difference", nil, totals.difference),
    ] + reasons
  }
}
