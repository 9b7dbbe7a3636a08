public import Domain
import SQLite

/// The invoices of orders: beside the ledger, and no part of it.
public struct FapiaoStore {
  let connection: Connection

  /// What is noted of an order's invoice; `nil` for nothing.
  public func fapiao(of order: String) throws -> Fapiao? {
    try connection.first(
      "SELECT fapiao_no, fapiao_date, tax_note FROM v_fapiao WHERE order_id = ?", order
    ) { row in try Self.read(row, from: 0) }
  }

  /// What is noted of every order's invoice, by order.
  public func all() throws -> [String: Fapiao] {
    let pairs = try connection.all(
      "SELECT order_id, fapiao_no, fapiao_date, tax_note FROM v_fapiao"
    ) { row in (try row.text(0), try Self.read(row, from: 1)) }
    return Dictionary(pairs) { first, _ in first }
  }

  /// Notes an order's invoice; what was noted before stays below it.
  public func note(_ fapiao: Fapiao, of order: String, at: Moment, by actor: String) throws {
    try connection.run(
      """
      INSERT INTO order_fapiao
      SELECT ?1, coalesce(max(nth), 0) + 1, ?2, ?3, ?4, ?5, ?6 FROM order_fapiao WHERE order_id = ?1
      """, order, fapiao.number, fapiao.date, fapiao.note, at.utcSeconds, actor)
  }

  private static func read(_ row: borrowing Row, from column: Int32) throws -> Fapiao {
    Fapiao(
      number: try row.textOrNil(column), date: try row.textOrNil(column + 1),
      note: try row.textOrNil(column + 2))
  }
}
