/// A table of a page: figures flush right, its head again on every printed page, no row on two of them.
public struct HTMLTable: Sendable {
  /// What a row is among the others.
  public enum Row: Sendable {
    /// One of many.
    case ordinary
    /// What the others come to.
    case total
  }

  /// So many rows and fewer are printed on one page.
  private static let short = 14

  private let areNumbers: [Bool]
  private var head: Markup = ""
  private var rows: Markup = ""
  private var count = 0

  /// A table without rows.
  ///
  /// - Parameter columns: their titles, and whether they are set flush right.
  public init(_ columns: [(title: String, isNumber: Bool)], caption: String = "") {
    areNumbers = columns.map(\.isNumber)
    if !caption.isEmpty { head += "<caption>\(caption)</caption>\n" }
    head += "<thead><tr>"
    for column in columns {
      head += "<th scope=\"col\"\(Self.number(column.isNumber))>\(column.title)</th>"
    }
    head += "</tr></thead>\n<tbody>\n"
  }

  /// Adds a row.
  ///
  /// - Precondition: it has one cell a column.
  public mutating func add(_ cells: [Markup], _ row: Row = .ordinary) {
    precondition(cells.count == areNumbers.count, "a ragged table")
    count += 1
    rows += row == .total ? "<tr class=\"total\">" : "<tr>"
    for (cell, isNumber) in zip(cells, areNumbers) {
      rows += "<td\(Self.number(isNumber))>\(cell)</td>"
    }
    rows += "</tr>\n"
  }

  /// The table as it stands.
  public var markup: Markup {
    let kind: Markup = count <= Self.short ? "wide short" : "wide"
    return "<div class=\"\(kind)\">\n<table>\n\(head)\(rows)</tbody>\n</table>\n</div>\n"
  }

  private static func number(_ isNumber: Bool) -> Markup { isNumber ? " class=\"n\"" : "" }
}
