import Domain

extension ShortlistReasons {
  /// Reasons of one kind in rows of words and figures.
  public struct Table: Sendable {
    /// What they tell.
    public let title: String
    /// The columns, and whether each is set flush right.
    public let columns: [(title: String, isNumber: Bool)]
    /// In the order of the reasons.
    public let rows: [[String]]
    /// What is said instead of no rows.
    public let nothing: String
  }

  /// Four tables: what if, what each wish costs, who is nearly there, and why each pick.
  public var tables: [Table] {
    [
      Table(
        title: "What another budget would buy", columns: Self.changeColumns("budget"),
        rows: budgets.map { change in
          ["\(change.words.dropFirst(9))  \(change.budget)"] + figures(change.replanned)
        }, nothing: "(none was tried)"),
      Table(
        title: "What each wish costs: the list without it",
        columns: Self.changeColumns("without"),
        rows: constraints.map { [$0.words] + figures($0.replanned) },
        nothing: "(none was asked for)"),
      Table(
        title: "Who is nearly on the list",
        columns: Self.columns(
          ["ID", "Nickname", "Format"],
          ["Quote", "Cost", "Value", "Value/¥", "loses", "comes on at a quote of"]),
        rows: nearMisses.map(row), nothing: "(nobody)"),
      Table(
        title: "Why each pick, and what its dropping out would do",
        columns: Self.columns(
          ["Nickname", "Band"], ["Cost", "Value", "Value/¥", "Without: value", "spend"])
          + [("instead", false)],
        rows: picks.map(row), nothing: "(nobody)"),
    ]
  }

  private static func columns(_ words: [String], _ numbers: [String])
    -> [(title: String, isNumber: Bool)]
  {
    words.map { ($0, false) } + numbers.map { ($0, true) }
  }

  private static func changeColumns(_ title: String) -> [(title: String, isNumber: Bool)] {
    columns([title], ["value", "change"]) + [("", false)]
  }

  /// The value, what it changes, and how sure that is.
  private func figures(_ replanned: Replanned?) -> [String] {
    guard let replanned else { return ["", "", "no time left"] }
    guard let value = replanned.objective else {
      return ["", "", replanned.status == .infeasible ? "no list fits" : "no time left"]
    }
    let most = replanned.bound ?? value
    return [
      Grouped.text(value), Self.signed(value - objective),
      replanned.status == .optimal ? "" : "at least; at most \(Grouped.text(most))",
    ]
  }

  private func row(_ miss: NearMiss) -> [String] {
    [
      miss.pick.creator.text, miss.pick.nickname, miss.pick.format.rawValue,
      "\(miss.pick.quote)", "\(miss.pick.cost)", Grouped.text(miss.pick.value),
      Self.yield(miss.yieldHundredths), miss.loss.map(Grouped.text) ?? "",
      miss.enters.map { "\($0)" } ?? (miss.isNever ? "not even for nothing" : "no time left"),
    ]
  }

  private func row(_ one: Pick) -> [String] {
    let change = one.spend.map { $0 - spend }
    return [
      one.pick.nickname, one.pick.band.rawValue, "\(one.pick.cost)",
      Grouped.text(one.pick.value), Self.yield(one.yieldHundredths),
      figures(one.without)[1], change.map(Self.signed) ?? "", instead(one),
    ]
  }

  private func instead(_ one: Pick) -> String {
    let sure = figures(one.without)[2]
    guard sure.isEmpty else { return sure }
    let before = Set(one.leaving.map(\.creator))
    let after = Set(one.joining.map(\.creator))
    let joining = one.joining.map { pick in
      before.contains(pick.creator) ? "\(pick.nickname) by \(pick.format)" : pick.nickname
    }
    let leaving = one.leaving.filter { !after.contains($0.creator) }.map(\.nickname)
    return (joining.isEmpty ? "nobody" : Self.names(joining))
      + (leaving.isEmpty ? "" : "; without \(Self.names(leaving)) too")
  }

  private static func names(_ names: [String]) -> String {
    let first = names.prefix(3).joined(separator: ", ")
    return names.count > 3 ? "\(first) and \(names.count - 3) more" : first
  }

  private static func yield(_ hundredths: Int64?) -> String {
    hundredths.map { Money(fen: $0).yuanText } ?? "gift"
  }

  private static func signed(_ number: Int64) -> String {
    number > 0 ? "+\(Grouped.text(number))" : Grouped.text(number)
  }

  private static func signed(_ money: Money) -> String {
    money > .zero ? "+\(money)" : "\(money)"
  }
}
