import Domain
import UseCases

/// The reasons for a list drawn for people.
enum ReasonsText {
  /// Four tables: what if, what each wish costs, who is nearly there, and why each pick.
  static func text(of reasons: ShortlistReasons) -> String {
    var parts = [
      "What another budget would buy\n" + changes(reasons.budgets, "budget", reasons),
      "What each wish costs: the list without it\n"
        + (reasons.constraints.isEmpty
          ? "(none was asked for)" : changes(reasons.constraints, "without", reasons)),
      "Who is nearly on the list\n" + nearMisses(reasons),
      "Why each pick, and what its dropping out would do\n" + picks(reasons),
    ]
    if !reasons.isWhole {
      parts.append("The time was not enough for all of it: give it more with --time-limit SECONDS")
    }
    return parts.joined(separator: "\n\n")
  }

  private static func changes(
    _ changes: [ShortlistReasons.WhatIf], _ title: String, _ reasons: ShortlistReasons
  ) -> String {
    TableText.lines(
      [title, "value", "change", ""],
      changes.map { change in
        let words =
          title == "budget" ? "\(change.words.dropFirst(9))  \(change.budget)" : change.words
        return [words] + figures(change.replanned, reasons)
      }, isNumber: [false, true, true, false])
  }

  /// The value, what it changes, and how sure that is.
  private static func figures(
    _ replanned: ShortlistReasons.Replanned?, _ reasons: ShortlistReasons
  ) -> [String] {
    guard let replanned else { return ["", "", "no time left"] }
    guard let value = replanned.objective else {
      return ["", "", replanned.status == .infeasible ? "no list fits" : "no time left"]
    }
    let most = replanned.bound ?? value
    return [
      Grouped.text(value), signed(value - reasons.objective),
      replanned.status == .optimal ? "" : "at least; at most \(Grouped.text(most))",
    ]
  }

  private static func nearMisses(_ reasons: ShortlistReasons) -> String {
    if reasons.nearMisses.isEmpty { return "(nobody)" }
    return TableText.lines(
      [
        "ID", "Nickname", "Format", "Quote", "Cost", "Value", "Value/¥", "loses",
        "comes on at a quote of",
      ],
      reasons.nearMisses.map { miss in
        [
          miss.pick.creator.text, miss.pick.nickname, miss.pick.format.rawValue,
          "\(miss.pick.quote)", "\(miss.pick.cost)", Grouped.text(miss.pick.value),
          yield(miss.yieldHundredths), miss.loss.map(Grouped.text) ?? "",
          miss.enters.map { "\($0)" } ?? (miss.isNever ? "not even for nothing" : "no time left"),
        ]
      }, isNumber: [false, false, false, true, true, true, true, true, true])
  }

  private static func picks(_ reasons: ShortlistReasons) -> String {
    TableText.lines(
      ["Nickname", "Band", "Cost", "Value", "Value/¥", "Without: value", "spend", "instead"],
      reasons.picks.map { one in
        let spend = one.spend.map { $0 - reasons.spend }
        return [
          one.pick.nickname, one.pick.band.rawValue, "\(one.pick.cost)",
          Grouped.text(one.pick.value), yield(one.yieldHundredths),
          figures(one.without, reasons)[1], spend.map(signed) ?? "", instead(one, reasons),
        ]
      }, isNumber: [false, false, true, true, true, true, true, false])
  }

  private static func instead(_ one: ShortlistReasons.Pick, _ reasons: ShortlistReasons) -> String {
    let sure = figures(one.without, reasons)[2]
    guard sure.isEmpty else { return sure }
    let before = Set(one.leaving.map(\.creator))
    let after = Set(one.joining.map(\.creator))
    let joining = one.joining.map { pick in
      before.contains(pick.creator) ? "\(pick.nickname) by \(pick.format)" : pick.nickname
    }
    let leaving = one.leaving.filter { !after.contains($0.creator) }.map(\.nickname)
    return (joining.isEmpty ? "nobody" : names(joining))
      + (leaving.isEmpty ? "" : "; without \(names(leaving)) too")
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
