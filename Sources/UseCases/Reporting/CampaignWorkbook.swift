import Domain
import Interchange

extension CampaignReport {
  /// The whole report as a workbook: a sheet a part, its first chart below the rows.
  public func workbook() -> [UInt8] {
    var workbook = WorkbookWriter(title: card.campaign.name)
    add("campaign", [Self.vertical(card.listing)], to: &workbook)
    for part in parts { add(part, to: &workbook) }
    return workbook.bytes()
  }

  /// A row as names and values.
  private static func vertical(_ listing: Listing) -> [(SheetCell, SheetCell)] {
    zip(listing.columns, listing.rows.first ?? []).map { column, cell in
      (.text(column.title).as(.label), cell.sheet)
    }
  }

  private func add(
    _ name: String, _ groups: [[(SheetCell, SheetCell)]], to workbook: inout WorkbookWriter
  ) {
    let rows = groups.flatMap { $0.map { [$0.0, $0.1] } }
    var plan = SheetPlan(name, widths: SheetPlan.widths(of: rows))
    plan.isPortrait = true
    workbook.add(plan) { sheet in
      sheet.write([.text(card.campaign.name).as(.title)], height: 28)
      for row in rows { sheet.write(row) }
    }
  }

  private func add(_ part: ReportPart, to workbook: inout WorkbookWriter) {
    let header = 4
    let listing = part.rows
    let titles = listing.columns.map { SheetCell.text($0.title).as(.header) }
    let rows = listing.rows.map { $0.map(\.sheet) }
    let total = part.total.map { $0.map { $0.sheet.as(.total) } }
    var plan = SheetPlan(
      part.key, widths: SheetPlan.widths(of: [titles] + rows + (total.map { [$0] } ?? [])))
    plan.chart = part.charts.first?.onSheet(part.key, listing, header: header)
    workbook.add(plan) { sheet in
      sheet.write([.text("\(card.campaign.name) · \(part.title)").as(.title)], height: 28)
      sheet.write([.text(part.remark)])
      sheet.write([])
      sheet.write(titles, height: 22)
      for row in rows { sheet.write(row) }
      if let total { sheet.write(total) }
    }
  }
}
