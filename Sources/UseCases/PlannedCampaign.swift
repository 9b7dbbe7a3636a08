public import Domain
import Interchange

/// A campaign's plan, and what follows from it.
public struct PlannedCampaign: Sendable {
  /// The campaign, if it is kept.
  public let name: String?
  /// The plan.
  public let plan: CampaignPlan

  /// What to ask of a shortlist for the creators' part; `nil` when nobody can be paid from it.
  public var shortlistRequest: ShortlistRequest? {
    guard plan.creators.notes.contains(where: { $0.count.upperBound > 0 }) else { return nil }
    var request = ShortlistRequest(budget: plan.budget.amount(of: "creators"))
    for part in plan.creators.parts { request.mix[part.band] = part.share }
    request.categories = plan.request.category.map { [$0.code] } ?? []
    return request
  }

  /// The command that asks for it.
  public func shortlistCommand(saveAs save: String) -> String? {
    guard let request = shortlistRequest else { return nil }
    let mix = Band.allCases.map { "\("\(request.mix[$0] ?? Share(basisPoints: 0))".dropLast())" }
    let exact = request.budget.yuanText
    let yuan = exact.hasSuffix(".00") ? String(exact.dropLast(3)) : exact
    let category = plan.request.category.map { ["--category", $0.chineseName] } ?? []
    return CommandText.line(
      ["shortlist", "--budget", yuan, "--mix", mix.joined(separator: "/")]
        + category + ["--save", save] + (name.map { ["--campaign", $0] } ?? []))
  }

  /// Every rule that the plan stands on, with its source: by table and row.
  public var sources: Listing {
    let unique = Dictionary(rules.map { ($0.description, $0) }) { first, _ in first }
    return Listing(
      columns: [.init("rule", "rule"), .init("source", "source"), .init("as_of", "as of")],
      rows: unique.sorted { $0.key < $1.key }.map { name, rule in
        [.text(name), .text(rule.source), .text(rule.asOf)]
      })
  }

  private var rules: [PlanRule] {
    var rules = plan.budget.parts.flatMap(\.rules)
    rules += plan.creators.parts.flatMap(\.rules)
    rules += plan.creators.notes.flatMap(\.rules)
    rules += plan.ads.lines.flatMap(\.rules)
    rules += plan.time.phases.flatMap(\.rules)
    if let rule = plan.time.lengthRule { rules.append(rule) }
    rules += plan.advice.flatMap(\.rules)
    rules += plan.background.map(\.rule) + plan.elsewhere.map(\.rule)
    return rules
  }
}
