import Domain
import UseCases

/// A list planned anew, drawn for people: what stays, what it does to value and money, what changes.
enum RevisionText {
  /// The revision as lines of text.
  static func text(of revision: ShortlistRevision, _ list: Shortlist) -> String {
    let before = revision.before
    let most =
      revision.isProven
      ? "no list keeps more, and none that keeps as many is worth more"
      : "stopped early: no list keeps more than \(revision.most)"
    return """
      \(before.name) keeps \(revision.kept) of \(Counted.text(before.picks.count, "pick")); \(most)
      \(figures(before, list))
      no list of this budget has a value above \(Grouped.text(list.bound))

      \(revision.changes.rows.isEmpty ? "nothing changes" : TableText.text(of: revision.changes))
      """
  }

  private static func figures(_ before: Shortlist, _ after: Shortlist) -> String {
    let row = { (name: String, list: Shortlist) in
      [
        name, Grouped.text(Int64(list.picks.count)), Grouped.text(list.objective), "\(list.spend)",
        "\(list.budget)",
      ]
    }
    let change = [
      "change", Grouped.text(Int64(after.picks.count - before.picks.count)),
      Grouped.text(after.objective - before.objective), "\(after.spend - before.spend)",
      "\(after.budget - before.budget)",
    ]
    return "\n"
      + TableText.lines(
        ["", "people", "value", "spend", "budget"],
        [row("approved", before), row("now", after), change],
        isNumber: [false, true, true, true, true]) + "\n"
  }
}
