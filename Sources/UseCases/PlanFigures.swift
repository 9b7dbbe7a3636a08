import Domain
import Interchange

extension PlannedCampaign {
  /// The plan as one object: every figure with the rules that it comes from, and the source of each.
  public func json() -> String { value.text() }

  var value: JSON {
    let request = plan.request
    return .object([
      .init("campaign", .optional(name)), .init("budget_fen", .integer(request.budget.fen)),
      .init("objective", .string(request.objective)),
      .init("objective_name", .string(plan.objectiveName)),
      .init("stage", .string(request.stage)), .init("stage_name", .string(plan.stageName)),
      .init("category", .optional(request.category?.code)),
      .init("from", .optional(request.days.map { "\($0.lowerBound)" })),
      .init("to", .optional(request.days.map { "\($0.upperBound)" })),
      .init("days", .integer(plan.time.length)), .init("parts", parts.value),
      .init("bands", bands.value), .init("notes", notes.value), .init("ads", ads.value),
      .init("phases", phases.value), .init("advice", advice.value),
      .init("background", background.value), .init("elsewhere", elsewhere.value),
      .init("sources", sources.value),
      .init("shortlist", .optional(shortlistCommand(saveAs: "NAME"))),
    ])
  }

  /// Every figure in a row of its own, for spreadsheets: by section, in the order of the plan.
  public var figures: Listing {
    let sections = [
      ("budget", parts), ("creators", bands), ("notes", notes), ("ads", ads), ("phases", phases),
      ("advice", advice), ("background", background), ("elsewhere", elsewhere),
    ]
    return Listing(
      columns: [
        .init("section", "section"), .init("item", "item"), .init("measure", "measure"),
        .init("value", "value"), .init("rules", "rules", .list),
      ],
      rows: sections.flatMap { section, listing in
        listing.rows.flatMap { row in Self.figures(row, listing.columns, section) }
      })
  }

  private static func figures(_ row: [Cell], _ columns: [Listing.Column], _ section: String)
    -> [[Cell]]
  {
    let byKey = Dictionary(uniqueKeysWithValues: zip(columns.map(\.key), row))
    let names = ["part", "band", "tier", "format", "phase", "lever", "kind", "metric"]
    let item = names.compactMap { byKey[$0] }.filter { $0 != .none }.map(\.shown)
    let rules = byKey["rules"] ?? byKey["rule"].map { .list([$0.shown]) } ?? .none
    return zip(columns, row).compactMap { column, cell in
      guard cell != .none, !(names + ["rules", "rule"]).contains(column.key) else { return nil }
      return [
        .text(section), .text(item.joined(separator: " ")), .text(column.key),
        .text(plain(cell)), rules,
      ]
    }
  }

  private static func plain(_ cell: Cell) -> String {
    switch cell {
    case .money(let money): money.yuanText
    case .integer(let number): "\(number)"
    default: cell.shown
    }
  }
}
