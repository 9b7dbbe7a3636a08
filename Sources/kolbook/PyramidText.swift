import Domain
import UseCases

/// A shortlist drawn for people: the pyramid, then the picks.
enum PyramidText {
  /// How wide a bar for all of it would be.
  private static let width: Int64 = 20

  /// The list as lines of text.
  static func text(of list: Shortlist) -> String {
    let pyramid = Pyramid(list.picks)
    let left = list.budget - list.spend
    let name = list.name.isEmpty ? "" : "\(list.name): "
    let proof =
      list.status == .optimal
      ? "optimal: no list within the budget has a larger value"
      : "no list within the budget has a value above \(Grouped.text(list.bound))"
    return """
      \(name)\(Counted.text(list.picks.count, "creator")), value \(Grouped.text(list.objective))
      spend \(list.spend) of \(list.budget), \(left) left
      \(proof)

      \(bars(pyramid))
      \(reached(list.categoriesReached))
      \(TableText.text(of: list.listing.without("profile_url", "quoted_on")))
      """
  }

  private static func bars(_ pyramid: Pyramid) -> String {
    let cells = { (row: Pyramid.Row) -> [String] in
      [
        row.band?.rawValue ?? "all", bar(row.peopleShare, row), Grouped.text(row.people),
        percent(row.peopleShare), bar(row.spendShare, row), "\(row.quotes)", "\(row.fees)",
        "\(row.cost)", percent(row.spendShare), Grouped.text(row.value),
      ]
    }
    return TableText.lines(
      ["", "people", "", "", "money", "quotes", "fees", "cost", "", "value"],
      pyramid.rows.map(cells) + [cells(pyramid.total)],
      isNumber: [false, false, true, true, false, true, true, true, true, true])
  }

  /// What categories were to have at least, and have; an empty line where nothing was asked.
  private static func reached(_ categories: [CategoryReached]) -> String {
    guard !categories.isEmpty else { return "" }
    return "\n"
      + TableText.lines(
        ["at least", "people", "", "cost", ""],
        categories.map { own in
          [
            own.wish.text, Grouped.text(own.people), percent(own.peopleShare), "\(own.cost)",
            percent(own.spendShare),
          ]
        }, isNumber: [false, true, true, true, true]) + "\n"
  }

  /// A bar as long as the share, at least one block; the line of the whole has none.
  private static func bar(_ share: Int64?, _ row: Pyramid.Row) -> String {
    guard row.band != nil, let share, share > 0 else { return "" }
    return String(repeating: "█", count: max(1, Int((share * width + 5_000) / 10_000)))
  }

  private static func percent(_ share: Int64?) -> String {
    share.map { Percent.text(basisPoints: $0) } ?? "-"
  }
}
