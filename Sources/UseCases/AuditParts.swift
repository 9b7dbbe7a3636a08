import Domain
import Ledger

// An audit order by order, and all of it as one list.
extension AuditReport {
  /// The orders that the total counts, by number.
  public var orders: Listing {
    Listing(
      columns: [
        .init("order", "order"), .init("booked_on", "booked"), .init("creator_id", "creator id"),
        .init("nickname", "nickname"), .init("tier", "tier"), .init("mcn", "MCN"),
        .init("campaign", "campaign"),
      ] + Self.amounts.dropFirst() + Self.parts + OpenBook.fapiaoColumns,
      rows: audit.orders.map { order in
        [
          .text(order.order), .optional(order.bookedOn), .optional(order.creator?.text),
          .optional(order.nickname), .optional(order.tier), .optional(order.mcn),
          .optional(order.campaign),
        ] + Self.amounts(order.amounts) + Self.parts(beside.mcnPart(order), order.amounts)
          + OpenBook.cells(beside.fapiaos[order.order])
      })
  }

  /// How a creator's net is shared with the MCN.
  static let parts: [Listing.Column] = [
    .init("mcn_part", "MCN part", .money), .init("creator_part", "creator part", .money),
  ]

  static func parts(_ mcn: Money?, _ amounts: Recognised) -> [Cell] {
    guard let mcn else { return [.none, .none] }
    return [.money(mcn), .money(amounts.creatorNet - mcn)]
  }

  /// What each MCN takes of its orders; an order without a known share is the creator's.
  var mcnParts: [String: Money] {
    var parts: [String: Money] = [:]
    guard !beside.shares.isEmpty else { return parts }
    for order in audit.orders {
      guard let mcn = order.mcn, let part = beside.mcnPart(order) else { continue }
      parts[mcn, default: .zero] += part
    }
    return parts
  }

  /// What the audit is of: names and what they stand for.
  public var facts: Listing {
    let facts = [
      ("quarter", quarter), ("basis", basis), ("from", "\(days.lowerBound)"),
      ("through", "\(days.upperBound)"), ("as_of", "\(asOf)"), ("time_zone", "Asia/Shanghai"),
      ("book", bookID), ("first_seq", "\(min(lastSequence, 1))"), ("seq", "\(lastSequence)"),
      ("head", head), ("open_commitment", openCommitment.yuanText), ("escrow", escrow.yuanText),
    ]
    return Listing(
      columns: [.init("key", "key"), .init("value", "value")],
      rows: facts.map { [.text($0), .text($1)] })
  }

  /// The whole audit in one list, for CSV: the first column says which part a row is of.
  public var whole: Listing {
    .together(
      [
        ("audit", facts), ("amounts", allAmounts), ("movements", movements), ("open", openOrders),
        ("statements", statements), ("reconciliation", reconciliation), ("findings", findings),
        ("orders", orders),
      ] + (dollars.map { [("usd", $0)] } ?? []))
  }

  /// The command that writes a part of this audit.
  func command(_ part: String) -> String {
    let month = audit.quarter.startMonth
    let start = month == 1 ? [] : ["--fiscal-start", "\(month)"]
    let basis = audit.basis == .charged ? [] : ["--basis", basis]
    return CommandText.line(["audit", quarter] + basis + start + ["--part", part])
  }

  /// How money is counted, as a sentence goes on.
  public var basisWords: String {
    restates ? "all on the booking day (restates earlier quarters)" : "\(basis) in the quarter"
  }

  /// Which entries were read, and of which book.
  public var extent: String {
    let entries =
      lastSequence == 0
      ? "no journal entries yet" : "journal entries 1 through \(Grouped.text(lastSequence))"
    return "\(entries), book \(bookID)"
  }
}

extension Listing {
  /// Lists under each other as one: a first column names each, then come the columns of any, in their
  /// order. Cells that a list doesn't have are empty.
  static func together(_ parts: [(name: String, rows: Listing)]) -> Listing {
    var columns: [Column] = []
    var places: [String: Int] = [:]
    for column in parts.flatMap(\.rows.columns) where places[column.key] == nil {
      places[column.key] = columns.count
      columns.append(column)
    }
    let rows = parts.flatMap { name, listing in
      listing.rows.map { row in
        var cells = [Cell](repeating: .none, count: columns.count)
        for (column, cell) in zip(listing.columns, row) {
          if let place = places[column.key] { cells[place] = cell }
        }
        return [.text(name)] + cells
      }
    }
    return Listing(columns: [.init("part", "part")] + columns, rows: rows)
  }
}
