import Domain
import Interchange

/// How some columns of a list are drawn, on a page as in a workbook.
struct ReportChart: Sendable {
  enum Kind {
    /// Bars of one column, or of several side by side.
    case bars
    /// The parts of a whole.
    case stacked
    /// Values over time.
    case line
  }

  let kind: Kind
  let title: String
  /// The column that names what is drawn.
  let names: String
  /// The columns that are drawn; only bars have several.
  let columns: [String]

  init(_ kind: Kind, _ title: String, names: String, _ columns: String...) {
    (self.kind, self.title, self.names, self.columns) = (kind, title, names, columns)
  }

  /// The chart on a page; nothing where there is nothing to draw.
  func markup(_ listing: Listing) -> Markup {
    guard let name = place(names, listing) else { return "" }
    let drawn = columns.compactMap { place($0, listing) }
    let rows = listing.rows.filter { row in drawn.contains { row[$0].size != nil } }
    guard !rows.isEmpty,
      rows.contains(where: { row in drawn.contains { (row[$0].size ?? 0) != 0 } })
    else { return "" }
    let figures = { (place: Int) in
      rows.compactMap { row in
        row[place].size.map { SVGChart.Figure(label(row[name]), $0, row[place].shown) }
      }
    }
    switch (kind, drawn.count) {
    case (.stacked, _): return SVGChart.stacked(title, figures(drawn[0]).filter { $0.value > 0 })
    case (.line, _): return SVGChart.line(title, figures(drawn[0]))
    case (.bars, 1): return SVGChart.bars(title, figures(drawn[0]))
    case (.bars, _):
      return SVGChart.grouped(
        title,
        rows.map { row in
          (
            label: row[name].shown,
            figures: drawn.map { place in
              .init(listing.columns[place].title, row[place].size ?? 0, row[place].shown)
            }
          )
        })
    }
  }

  /// The chart on a sheet whose rows begin below a header in some row, counted from 1.
  func onSheet(_ sheet: String, _ listing: Listing, header: Int) -> SheetChart? {
    guard let name = place(names, listing), !listing.rows.isEmpty else { return nil }
    let drawn = columns.compactMap { place($0, listing) }
    guard let first = drawn.first else { return nil }
    let last = header + listing.rows.count
    let range = { (column: Int) in
      SheetPlan.reference(sheet) + SheetPlan.place(column, header + 1, isFixed: true) + ":"
        + SheetPlan.place(column, last, isFixed: true)
    }
    var chart = SheetChart(
      title, names: (range(name), listing.rows.map { $0[name].shown }),
      series: drawn.map { place in
        .init(
          listing.columns[place].title, range: range(place),
          values: listing.rows.map { $0[place].sheet.digits })
      }, place: (column: 0, row: last + 3))
    if kind == .line { chart.kind = .lines }
    if listing.columns[first].kind != .basisPoints { chart.format = "#,##0" }
    return chart
  }

  /// What a point is called; of a day on a line, the year is left out.
  private func label(_ cell: Cell) -> String {
    kind == .line && Day(cell.shown) != nil ? String(cell.shown.suffix(5)) : cell.shown
  }

  private func place(_ key: String, _ listing: Listing) -> Int? {
    listing.columns.firstIndex { $0.key == key }
  }
}

extension Cell {
  /// How much it is, in the unit of its kind.
  fileprivate var size: Int64? {
    switch self {
    case .integer(let number), .basisPoints(let number), .hundredths(let number): number
    case .money(let money): money.fen
    case .none, .text, .list, .dollars: nil
    }
  }

  /// The value on a sheet.
  var sheet: SheetCell {
    switch self {
    case .none: .nothing
    case .text(let text): Day(text).map { SheetCell.day($0) } ?? .text(text)
    case .integer(let number): .integer(number)
    case .money(let money): .money(money)
    case .basisPoints(let rate): .basisPoints(rate)
    case .hundredths(let number): .hundredths(number)
    case .list, .dollars: .text(shown)
    }
  }
}
