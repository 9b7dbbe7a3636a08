import Domain

/// Advice on boosting in sentences.
enum BoostText {
  /// How many notes are advised what, and what standing out means.
  static func remarks(_ notes: [BoostEvidence], _ rules: AdviceRules) -> [String] {
    var found: [BoostVerdict: Int64] = [:]
    for note in notes { found[note.verdict, default: 0] += 1 }
    let counts = BoostVerdict.allCases.compactMap { verdict in
      found[verdict].map { "\(Grouped.text($0)) \(verdict.words)" }
    }
    let rule =
      "a note stands out from \(Ratio.times(basisPoints: rules.low(.boostReads))) on: natural "
      + "reads against the larger of the creator's own median and the tier's (playbook boost/reads)"
    return [counts.joined(separator: ", "), rule]
  }

  static func remarks(_ budget: BoostBudget) -> [String] {
    if budget.isTooLittle, let minimum = budget.prices.campaignMinimum {
      return [
        "feed ads start at about \(minimum) a campaign, so that \(budget.whole) buys none"
          + " (ad_benchmark feed/campaign_minimum)"
      ]
    }
    if budget.parts.isEmpty {
      return ["no note stands out, so that \(budget.whole) is better kept"]
    }
    return [split(budget), month(budget), click(budget), saved(budget)].compactMap(\.self)
  }

  private static func split(_ budget: BoostBudget) -> String {
    let count = budget.parts.count
    return
      "\(budget.whole) on the best \(Grouped.text(Int64(count))) note\(count == 1 ? "" : "s"), as "
      + "far as each stands out and at least \(budget.least) each (playbook boost/note_budget)"
  }

  private static func month(_ budget: BoostBudget) -> String? {
    guard budget.isLittle, let month = budget.prices.monthMeaningful else { return nil }
    return "below about \(month) a month take the results for a test"
      + " (ad_benchmark feed/month_meaningful)"
  }

  private static func click(_ budget: BoostBudget) -> String? {
    guard let click = budget.click, let made = budget.prices.click, let clicks = budget.clicks
    else {
      return nil
    }
    return "a click costs \(text(click)) here, \(text(made)) on a brand-made ad:"
      + " \(Grouped.text(clicks.lowerBound)) to \(Grouped.text(clicks.upperBound)) clicks"
  }

  private static func saved(_ budget: BoostBudget) -> String? {
    guard let saved = budget.saved, let saving = budget.prices.saving else { return nil }
    return "as many clicks by brand-made ads would cost \(text(saved)) more: "
      + "\(Percent.text(basisPoints: saving.lowerBound)) to "
      + "\(Percent.text(basisPoints: saving.upperBound)) less a click is what is said in "
      + (budget.prices.savingSource ?? "")
  }

  private static func text(_ range: ClosedRange<Money>) -> String {
    range.lowerBound == range.upperBound
      ? "\(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"
  }
}
