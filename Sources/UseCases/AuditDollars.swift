import Domain
import Ledger

// An audit in US dollars: a view, nothing of it is booked.
extension AuditReport {
  /// Total and groups in US dollars, in the audit's order; `nil` unless they were asked for.
  public var dollars: Listing? {
    guard let dollars = beside.dollars else { return nil }
    let orders = audit.orders.map { ($0, dollars[$0.order] ?? .zero) }
    let sums = { (key: (AuditedOrder) -> String?) in
      orders.reduce(into: [String?: DollarAmounts]()) { sums, order in
        sums[key(order.0), default: .zero] = sums[key(order.0), default: .zero] + order.1
      }
    }
    let total = orders.reduce(DollarAmounts.zero) { $0 + $1.1 }
    let groups = [
      ("tier", audit.byTier, sums(\.tier)), ("creator", audit.byCreator, sums(\.creator?.text)),
      ("mcn", audit.byMCN, sums(\.mcn)), ("campaign", audit.byCampaign, sums(\.campaign)),
    ]
    let rows = groups.flatMap { by, groups, sums in
      groups.map { group -> [Cell] in
        [.text(by), .optional(group.key), .optional(group.name), .integer(Int64(group.orders))]
          + Self.cells(sums[group.key] ?? .zero)
      }
    }
    let first: [Cell] = [.text("total"), .none, .none, .integer(Int64(audit.total.orders))]
    return Listing(
      columns: [
        .init("by", "by"), .init("key", "key"), .init("name", "name"),
        .init("orders", "orders", .integer),
      ] + Self.dollarColumns, rows: [first + Self.cells(total)] + rows)
  }

  private static let dollarColumns = amounts.dropFirst().map {
    Listing.Column("\($0.key)_usd", $0.title, .dollars)
  }

  private static func cells(_ amounts: DollarAmounts) -> [Cell] {
    [
      amounts.quote, amounts.brandFee, amounts.creatorFee, amounts.brandTotal,
      amounts.creatorNet, amounts.platform,
    ].map(Cell.dollars)
  }
}
