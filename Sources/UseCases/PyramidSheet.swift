import Domain
import Interchange

/// The bands of a shortlist on a sheet: people and money, what was planned and what was reached, and a
/// chart of both.
struct PyramidSheet {
  private static let header = 3

  private let workbook: ShortlistWorkbook
  private let table: ListSheet
  private let pyramid: Pyramid
  private let name: String

  init(_ workbook: ShortlistWorkbook, _ table: ListSheet) {
    (self.workbook, self.table) = (workbook, table)
    pyramid = Pyramid(workbook.list.picks)
    name = workbook.words("pyramid", "金字塔")
  }

  func add(to file: inout WorkbookWriter) {
    let rows = pyramid.rows.enumerated().map { row($1, Self.header + 1 + $0) } + [total]
    var plan = SheetPlan(name, widths: SheetPlan.widths(of: [header] + rows + budget))
    plan.chart = chart
    file.add(plan) { sheet in
      sheet.write(workbook.title("pyramid", "金字塔结构"), height: 28)
      sheet.write([])
      sheet.write(header, height: workbook.headerHeight)
      for row in rows { sheet.write(row) }
      sheet.write([])
      for row in budget { sheet.write(row) }
    }
  }

  private var last: Int { Self.header + pyramid.rows.count }

  private var header: [SheetCell] {
    [
      workbook.header("Band", "层级"), workbook.header("People", "人数"),
      workbook.header("Share of people", "人数占比"), workbook.header("Quotes", "报价合计"),
      workbook.header("Service fees", "平台服务费"), workbook.header("Cost", "总成本"),
      workbook.header("Share of cost", "成本占比"), planned.name,
      workbook.header("Reached", "实际"), workbook.header("Difference", "差异"),
    ]
  }

  /// What the parts were asked of, and how the reached part is worked out in a row.
  private var planned: (name: SheetCell, isOfPeople: Bool, isAsked: Bool) {
    switch workbook.request.measure {
    case .heads:
      (workbook.header("Planned share of people", "计划人数占比"), true, true)
    case .envelope: (workbook.header("Planned share of budget", "计划预算占比"), false, true)
    case .spend: (workbook.header("Planned share of cost", "计划成本占比"), false, true)
    case .counts, .none: (workbook.header("Planned share", "计划占比"), false, false)
    }
  }

  private func row(_ band: Pyramid.Row, _ number: Int) -> [SheetCell] {
    let own = table.range(.band)
    let sum = { (column: OwnColumn) in "SUMIFS(\(table.range(column)),\(own),A\(number))" }
    let asked = planned.isAsked ? share(asked: band) : nil
    let reached = share(reached: band)
    let difference = asked.flatMap { asked in reached.map { $0 - asked } }
    return [
      .text(band.band.map(workbook.words) ?? ""),
      .integer(band.people).by("COUNTIF(\(own),A\(number))"),
      .basisPoints(band.peopleShare ?? 0).by(Self.share("B\(number)", "B\(last + 1)")),
      .money(band.quotes).by("ROUND(F\(number)-E\(number),2)"),
      .money(band.fees).by(sum(.serviceFee)), .money(band.cost).by(sum(.cost)),
      .basisPoints(band.spendShare ?? 0).by(Self.share("F\(number)", "F\(last + 1)")),
      .basisPoints(asked),
      .basisPoints(reached ?? 0).by(reachedFormula(number)),
      difference == nil
        ? .empty(.percent) : .basisPoints(difference).by("ROUND(I\(number)-H\(number),4)"),
    ]
  }

  private func reachedFormula(_ number: Int) -> String {
    switch workbook.request.measure {
    case .heads: "C\(number)"
    case .envelope: Self.share("F\(number)", "B\(last + 3)")
    default: "G\(number)"
    }
  }

  /// A part of a whole to four places, 0 of nothing.
  private static func share(_ part: String, _ whole: String) -> String {
    "IF(\(whole)=0,0,ROUND(\(part)/\(whole),4))"
  }

  private func share(asked row: Pyramid.Row) -> Int64? {
    row.band.map { workbook.request.mix[$0]?.basisPoints ?? 0 }
  }

  private func share(reached row: Pyramid.Row) -> Int64? {
    switch workbook.request.measure {
    case .heads: row.peopleShare
    case .envelope: Percent.basisPoints(row.cost.fen, of: workbook.list.budget.fen)
    default: row.spendShare
    }
  }

  private var total: [SheetCell] {
    let all = pyramid.total
    let sum = { (letter: String) in "SUM(\(letter)\(Self.header + 1):\(letter)\(last))" }
    let cells: [SheetCell] = [
      .text(workbook.words("all", "合计")), .integer(all.people).by(sum("B")), .nothing,
      .money(all.quotes).by(sum("D")), .money(all.fees).by(sum("E")),
      .money(all.cost).by(sum("F")), .nothing, .nothing, .nothing, .nothing,
    ]
    return cells.map { $0.as(.total) }
  }

  private var budget: [[SheetCell]] {
    let row = last + 3
    return [
      [.text(workbook.words("Budget", "预算")).as(.label), .money(workbook.list.budget)],
      [
        .text(workbook.words("Spend", "支出")).as(.label),
        .money(workbook.list.spend).by("F\(last + 1)"),
      ],
      [
        .text(workbook.words("Left", "剩余")).as(.label),
        .money(workbook.list.budget - workbook.list.spend).by("ROUND(B\(row)-B\(row + 1),2)"),
      ],
    ]
  }

  private var chart: SheetChart {
    let range = { (letter: String) in
      "\(SheetPlan.reference(name))$\(letter)$\(Self.header + 1):$\(letter)$\(last)"
    }
    let digits = { (share: Int64?) in SheetCell.basisPoints(share ?? 0).digits }
    var series = [
      SheetChart.Series(
        workbook.words("Reached", "实际"), range: range("I"),
        values: pyramid.rows.map { digits(share(reached: $0)) })
    ]
    if planned.isAsked {
      series.insert(
        .init(
          workbook.words("Planned", "计划"), range: range("H"),
          values: pyramid.rows.map { digits(share(asked: $0)) }), at: 0)
    }
    return SheetChart(
      workbook.words("Planned and reached", "计划与实际"),
      names: (range("A"), pyramid.rows.map { $0.band.map(workbook.words) ?? "" }), series: series,
      place: (column: 0, row: last + 6))
  }
}
