/// A table of a page: figures flush right, its head again on every printed page, no row on two of them.
public struct HTMLTable: Sendable {
  /// What a row is among the others.
  public enum Row: Sendable {
    /// One of many.
    case ordinary
    /// What the others come to.
    case total
  }

  private let areNumbers: [Bool]
  private var text: Markup

  /// A table without rows.
  ///
  /// - Parameter columns: their titles, and whether they are set flush right.
  public init(_ columns: [(title: String, isNumber: Bool)], caption: String = "") {
    areNumbers = columns.map(\.isNumber)
    text = "<div class=\"wide\">\n<table>\n"
    if !caption.isEmpty { text += "<caption>\(caption)</caption>\n" }
    text += "<thead><tr>"
    for column in columns {
      text += "<th scope=\"col\"\(Self.number(column.isNumber))>\(column.title)</th>"
    }
    text += "</tr></thead>\n<tbody>\n"
  }

  /// Adds a row.
  ///
  /// - Precondition: it has one cell a column.
  public mutating func add(_ cells: [Markup], _ row: Row = .ordinary) {
    precondition(cells.count == areNumbers.count, "a ragged table")
    text += row == .total ? "<tr class=\"total\">" : "<tr>"
    for (cell, isNumber) in zip(cells, areNumbers) {
      text += "<td\(Self.number(isNumber))>\(cell)</td>"
    }
    text += "</tr>\n"
  }

  /// The table as it stands.
  public var markup: Markup { text + "</tbody>\n</table>\n</div>\n" }

  private static func number(_ isNumber: Bool) -> Markup { isNumber ? " class=\"n\"" : "" }
}
