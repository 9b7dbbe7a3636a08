import Domain
import Interchange
import Ledger
import Store

/// How the books and the statements agree, order by order.
public struct ReconcileReport: Sendable {
  /// The lines of the statements in their order, then the orders that none has by number.
  private var rows: [[Cell]] = []
  private var missing: [(order: String, row: [Cell])] = []
  private var counts: [Reconciliation.Match: Int] = [:]
  /// What was read, in sentences, by file.
  public let statements: [String]

  init(_ readings: [StatementReading]) {
    statements = readings.flatMap { reading in
      let kind = reading.kind == .orders ? "order report" : "note batch"
      let day = reading.updatedOn.map { " of \($0)" } ?? ""
      let skipped = reading.rowsWithoutOrder
      return ["\(reading.file): \(kind)\(day), \(reading.lines.count) orders"]
        + (skipped == 0 ? [] : ["  passed over, no order number: \(skipped)"])
        + reading.remarks.map { "  \($0)" }
    }
  }

  mutating func add(
    _ line: StatementLine, _ file: String, _ listed: ListedOrder?, _ match: Reconciliation.Match
  ) {
    counts[match, default: 0] += 1
    let expected = listed.map { Reconciliation.expectedFee(of: $0.order) }
    var difference: Cell = .none
    if let expected, let fee = line.serviceFee { difference = .money(fee - expected) }
    rows.append([
      .text(match.rawValue), .text(line.order),
      .optional(listed?.order.booking.creator.text ?? line.userID),
      .optional(listed?.nickname ?? line.nickname), .optional(listed?.order.state.quote),
      .money(line.quote), .optional(expected), .optional(line.serviceFee), difference,
      .text(line.mode.rawValue), .text("\(file):\(line.line)"),
    ])
  }

  mutating func addMissing(_ listed: ListedOrder) {
    counts[.missingThere, default: 0] += 1
    let order = listed.order
    missing.append(
      (
        order.name,
        [
          .text(Reconciliation.Match.missingThere.rawValue), .text(order.name),
          .text(order.booking.creator.text), .text(listed.nickname), .money(order.state.quote),
          .none, .money(Reconciliation.expectedFee(of: order)), .none, .none,
          .text(order.booking.mode.rawValue), .none,
        ]
      ))
  }

  mutating func sort() {
    missing.sort { $0.order.utf8.lexicographicallyPrecedes($1.order.utf8) }
    rows += missing.map(\.row)
    missing = []
  }

  /// Whether somebody has to look: an order is missing, or its quote, fee or creator differs.
  public var hasDifferences: Bool { counts.keys.contains { !$0.agrees } }

  /// How many lines agree how, the best first: `exact 84, truncated 38`.
  public var summary: String {
    let said = Reconciliation.Match.allCases.compactMap { match in
      counts[match].map { "\(match.rawValue) \(Grouped.text(Int64($0)))" }
    }
    return said.isEmpty ? "nothing to compare" : said.joined(separator: ", ")
  }

  /// Every line and every missing order.
  public var listing: Listing { listing(rows) }

  /// Those that somebody has to look at.
  public var differences: Listing {
    let agreeing = Reconciliation.Match.allCases.filter(\.agrees).map { Cell.text($0.rawValue) }
    return listing(rows.filter { !agreeing.contains($0[0]) })
  }

  private func listing(_ rows: [[Cell]]) -> Listing {
    Listing(
      columns: [
        .init("match", "match"), .init("order", "order"), .init("creator_id", "creator id"),
        .init("nickname", "nickname"), .init("quote", "quote", .money),
        .init("stated_quote", "stated quote", .money), .init("brand_fee", "brand fee", .money),
        .init("stated_fee", "stated fee", .money), .init("difference", "difference", .money),
        .init("mode", "mode"), .init("statement", "statement"),
      ], rows: rows)
  }
}
