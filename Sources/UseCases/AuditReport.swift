public import Domain
import Interchange
import Ledger

/// A quarter's audit, ready to be shown: totals, groups, movements, open orders, findings.
public struct AuditReport: Sendable {
  let audit: Audit
  let beside: AuditBeside
  /// How far the journal goes, and its hash.
  let journalHead: ChainHead
  /// The book's own id.
  public let bookID: String

  /// The quarter's name, such as `2026Q3`.
  public var quarter: String { "\(audit.quarter)" }
  /// Its first and last Shanghai day.
  public var days: ClosedRange<Day> { audit.quarter.firstDay...audit.quarter.lastDay }
  /// By which day money counts: `charged`, `settled` or `order-date`.
  public var basis: String { audit.basis.rawValue }
  /// Whether the basis restates quarters that were reported before.
  public var restates: Bool { audit.basis == .orderDate }
  /// The day on which ages are judged.
  public var asOf: Day { audit.asOf }
  /// The newest journal entry.
  public var lastSequence: Int64 { audit.lastSequence }
  /// The journal's head, `N:HASH`: kept elsewhere, it shows later whether the journal has changed.
  public var head: String { "\(journalHead)" }
  /// Whether a finding is an error.
  public var hasErrors: Bool { audit.hasErrors }
  /// Booked and not paid at the quarter's end.
  public var openCommitment: Money { audit.openCommitment }
  /// Paid and not completed at the quarter's end.
  public var escrow: Money { audit.escrow }

  /// All orders together: one row.
  public var total: Listing { Listing(columns: Self.amounts, rows: [Self.amounts(audit.total)]) }

  /// The groups by their names, `tier`, `creator`, `mcn` and `campaign`, each in the audit's order.
  public var groups: [(by: String, rows: Listing)] {
    let mcnParts = self.mcnParts
    return [
      ("tier", audit.byTier), ("creator", audit.byCreator), ("mcn", audit.byMCN),
      ("campaign", audit.byCampaign),
    ].map { name, groups in
      let isMCN = name == "mcn"
      let columns = [Listing.Column("key", name)] + [.init("name", "name")] + Self.amounts
      let rows = groups.map { group in
        [.optional(group.key), .optional(group.name)] + Self.amounts(group)
          + (isMCN ? Self.parts(group.key.flatMap { mcnParts[$0] }, group.amounts) : [])
      }
      return (name, Listing(columns: columns + (isMCN ? Self.parts : []), rows: rows))
    }
  }

  /// Total and groups in one list, for CSV: the first column says which.
  public var allAmounts: Listing {
    let none: [Cell] = [.none, .none]
    let total = [.text("total")] + none + Self.amounts(audit.total) + none
    let rows = groups.flatMap { by, listing in
      listing.rows.map { [.text(by)] + $0 + (by == "mcn" ? [] : none) }
    }
    let columns: [Listing.Column] = [
      .init("by", "by"), .init("key", "key"), .init("name", "name"),
    ]
    return Listing(columns: columns + Self.amounts + Self.parts, rows: [total] + rows)
  }

  /// Accounts 1110, 1120 and 1900: opening + movement = closing.
  public var movements: Listing {
    Listing(
      columns: [
        .init("account", "account"), .init("name", "name"), .init("opening", "opening", .money),
        .init("movement", "movement", .money), .init("closing", "closing", .money),
      ],
      rows: audit.movements.map { line in
        [
          .text("\(line.account.number)"), .text(line.account.title), .money(line.opening),
          .money(line.movement), .money(line.closing),
        ]
      })
  }

  /// The orders with money committed or in escrow at the quarter's end, by number.
  public var openOrders: Listing {
    Listing(
      columns: [
        .init("order", "order"), .init("creator_id", "creator"), .init("status", "status"),
        .init("booked_on", "booked"), .init("paid_on", "paid"),
        .init("commitment", "commitment", .money), .init("escrow", "escrow", .money),
      ],
      rows: audit.openOrders.map { order in
        [
          .text(order.order), .text(order.creator.text), .text(order.status.rawValue),
          .optional(order.bookedOn), .optional(order.paidOn), .money(order.commitment),
          .money(order.escrow),
        ]
      })
  }

  /// The findings, the worst first.
  public var findings: Listing {
    .findings(
      beside.findings.isEmpty
        ? audit.findings : (audit.findings + beside.findings).sorted(by: Finding.comesBefore))
  }

  /// The audit for machines; amounts are whole fen.
  public func json() -> String {
    var members: [JSONWriter.Member] = [
      .init("quarter", .string(quarter)), .init("basis", .string(basis)),
      .init("restates", .bool(restates)), .init("from", .string("\(days.lowerBound)")),
      .init("through", .string("\(days.upperBound)")), .init("as_of", .string("\(asOf)")),
      .init("time_zone", .string("Asia/Shanghai")), .init("book", .string(bookID)),
      .init("first_seq", .integer(min(lastSequence, 1))), .init("seq", .integer(lastSequence)),
      .init("head", .string("\(journalHead.digest)")),
    ]
    for (column, cell) in zip(Self.amounts, Self.amounts(audit.total)) {
      members.append(.init(column.jsonKey, cell.json))
    }
    members += [
      .init("open_commitment_fen", .integer(openCommitment.fen)),
      .init("escrow_fen", .integer(escrow.fen)),
      .init("groups") { writer in
        writer.write(groups.map { group in .init(group.by, group.rows.write) })
      },
      .init("by_order", orders.write), .init("movements", movements.write),
      .init("open_orders", openOrders.write), .init("statements", statements.write),
      .init("reconciliation", reconciliation.write), .init("findings", findings.write),
    ]
    if let dollars { members.append(.init("usd", dollars.write)) }
    return JSONWriter.text { $0.write(members) }
  }

  static let amounts: [Listing.Column] = [
    .init("orders", "orders", .integer), .init("quote", "quote", .money),
    .init("brand_fee", "brand fee", .money), .init("creator_fee", "creator fee", .money),
    .init("brand_total", "brand total", .money), .init("creator_net", "creator net", .money),
    .init("platform", "platform", .money),
  ]

  private static func amounts(_ group: AuditGroup) -> [Cell] {
    [.integer(Int64(group.orders))] + amounts(group.amounts)
  }

  /// The six amounts.
  static func amounts(_ amounts: Recognised) -> [Cell] {
    [
      .money(amounts.quote), .money(amounts.brandFee), .money(amounts.creatorFee),
      .money(amounts.brandTotal), .money(amounts.creatorNet), .money(amounts.platform),
    ]
  }
}
