/// A whole campaign planned from its budget: what goes where, what to expect, when, and what to look out for.
///
/// Every figure follows from the reference data: shares are rounded half up to a fen, parts are split by
/// largest remainder, expected counts are rounded down. Nothing here is decided by anything else.
public struct CampaignPlan: Hashable, Sendable {
  /// What was planned for.
  public let request: PlanRequest
  /// What the objective is called.
  public let objectiveName: String
  /// What the stage is called.
  public let stageName: String
  /// The budget in its parts.
  public let budget: BudgetSplit
  /// What creators get.
  public let creators: PyramidPlan
  /// What ads get.
  public let ads: AdPlan
  /// When.
  public let time: PhasePlan
  /// What to do, then what to look out for, the most important first.
  public let advice: [PlanAdvice]
  /// What else is known of the levers that the plan uses.
  public let background: [PlaybookRow]
  /// What ads cost on other platforms, for comparison.
  public let elsewhere: [AdBenchmark]

  /// The plan for a request.
  ///
  /// - Throws: ``Failure`` when the reference data lacks a row that it needs.
  public init(_ request: PlanRequest, _ reference: PlanReference) throws {
    let budget = try BudgetSplit(request, reference)
    let creators = try PyramidPlan(budget.amount(of: "creators"), request, reference)
    let ads = try AdPlan(budget.amount(of: "ads"), request, reference)
    let others = budget.parts.filter { !["ads", "creators"].contains($0.name) }
    let levers =
      creators.parts.map { PhasePlan.Lever(name: $0.band.rawValue, amount: $0.amount) }
      + ads.lines.map { PhasePlan.Lever(name: $0.format, amount: $0.amount) }
      + others.map { PhasePlan.Lever(name: $0.name, amount: $0.amount) }
    let time = try PhasePlan(levers.filter { $0.amount > .zero }, request, reference)
    let adviser = PlanAdviser(request, reference, budget, creators, ads, time)
    (self.request, self.budget, self.creators, self.ads, self.time) =
      (request, budget, creators, ads, time)
    advice = adviser.advice + PlanWarner(adviser).warnings
    objectiveName = reference.playbook.name("objective", request.objective)
    stageName = reference.playbook.name("stage", request.stage)
    background = Self.background(levers.filter { $0.amount > .zero }.map(\.name), reference)
    elsewhere = reference.benchmarks.filter { !reference.formats.contains($0.format) }
  }

  /// Facts about no lever, or about one that gets something.
  private static func background(_ levers: [String], _ reference: PlanReference) -> [PlaybookRow] {
    let bands = levers.compactMap(Band.init(rawValue:))
    return ["effect", "timing", "platform", "example", "festival", "festival_window"]
      .flatMap { reference.playbook.rows($0) }
      .filter { row in
        row.levers.isEmpty || row.levers.contains(where: levers.contains)
          || !reference.bands(in: row.levers).isDisjoint(with: bands)
      }
  }
}
