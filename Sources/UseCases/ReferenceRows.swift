import Domain
import Store

/// The rows of one table of reference data.
public struct ReferenceRows: Sendable {
  /// The table's name, as in `kolbook reference import NAME`.
  public let table: String
  /// For people: amounts in yuan, rates in percent.
  public let listing: Listing
  /// For machines: the table's own columns, which an import takes back.
  public let raw: Listing
}

extension OpenBook {
  /// The tables of reference data and how many rows each has, in the order of the seed.
  public func referenceTables() throws -> Listing {
    let rows = try ReferenceTable.allCases.map { table -> [Cell] in
      [.text(table.rawValue), .integer(Int64(try book.reference.rows(of: table).count))]
    }
    let shipped = try ShippedTable.allCases.map { table -> [Cell] in
      [.text(table.rawValue), .integer(Int64(try table.listing().rows.count))]
    }
    return Listing(
      columns: [.init("table", "Table"), .init("rows", "Rows", .integer)], rows: rows + shipped)
  }

  /// The rows of a table, in its own order.
  public func reference(_ name: String) throws -> ReferenceRows {
    if let table = ShippedTable(rawValue: name.lowercased()) {
      let listing = try table.listing()
      return ReferenceRows(table: table.rawValue, listing: listing, raw: listing)
    }
    let table = try Self.referenceTable(name)
    let rows = try book.reference.rows(of: table)
    let kinds = table.columns.map(ReferenceRows.kind)
    let columns = zip(table.columns, kinds).map { column, kind in
      Listing.Column(ReferenceRows.key(column), ReferenceRows.title(column), kind)
    }
    return ReferenceRows(
      table: table.rawValue,
      listing: Listing(
        columns: columns,
        rows: rows.map { row in zip(row, kinds).map(ReferenceRows.cell) }),
      raw: Listing(
        columns: table.columns.map { Listing.Column($0, $0) },
        rows: rows.map { row in row.map(Cell.optional) }))
  }

  /// The table of this name.
  ///
  /// - Throws: ``Failure`` of kind `usage` that names the tables there are.
  static func referenceTable(_ name: String) throws -> ReferenceTable {
    guard let table = ReferenceTable(rawValue: name.lowercased()) else {
      if let table = ShippedTable(rawValue: name.lowercased()) { throw table.isNotKept }
      let names = (ReferenceTable.allCases.map(\.rawValue) + ShippedTable.allCases.map(\.rawValue))
        .joined(separator: ", ")
      throw Failure(.usage, "there is no reference table \(name)", next: "one of: \(names)")
    }
    return table
  }
}

extension ReferenceRows {
  /// What a column holds, by the unit at the end of its name.
  static func kind(_ column: String) -> Listing.Column.Kind {
    if column.hasSuffix("_fen") { return .money }
    if column.hasSuffix("_bp") { return .basisPoints }
    return ["min_followers", "step", "value_low", "value_high"].contains(column) ? .integer : .text
  }

  /// The name without its unit.
  static func key(_ column: String) -> String {
    for unit in ["_fen", "_bp"] where column.hasSuffix(unit) {
      return String(column.dropLast(unit.count))
    }
    return column
  }

  /// `usual_fee_low_fen` as `usual fee low`.
  static func title(_ column: String) -> String {
    String(key(column).map { $0 == "_" ? " " : $0 })
  }

  static func cell(_ text: String?, _ kind: Listing.Column.Kind) -> Cell {
    guard let text else { return .none }
    guard kind != .text, let number = Int64(text) else { return .text(text) }
    switch kind {
    case .money: return .money(Money(fen: number))
    case .basisPoints: return .basisPoints(number)
    default: return .integer(number)
    }
  }
}
