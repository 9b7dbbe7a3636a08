public import Domain
import Store

extension OpenBook {
  /// The plan of a kept campaign, or of what a person says, or of one with the other in its place.
  ///
  /// - Parameters:
  ///   - name: the campaign; `nil` for one that isn't kept.
  ///   - draft: what is said instead.
  /// - Throws: ``Failure`` when there is no such campaign, too little is said, or the reference data lacks a row.
  public func planCampaign(_ name: String?, _ draft: CampaignDraft) throws -> PlannedCampaign {
    try book.snapshot {
      let kept = try name.map(campaign)
      let reference = try book.reference.planReference(on: today)
      let playbook = reference.playbook
      guard let objective = draft.objective ?? kept?.objective,
        let stage = draft.stage ?? kept?.stage, let budget = draft.budget ?? kept?.budget
      else {
        throw Failure(
          .usage, "a plan needs the name of a campaign, or --budget, --objective and --stage",
          next: "kolbook campaign plan --budget 20万 --objective awareness --stage launch")
      }
      guard budget > .zero else { throw Failure(.usage, "--budget: wanted more than ¥0.00") }
      let word = draft.category ?? kept?.category
      let request = PlanRequest(
        budget: budget, objective: try playbook.key("objective", meant: objective),
        stage: try playbook.key("stage", meant: stage),
        category: try word.flatMap { $0.isEmpty ? nil : try category($0) },
        days: try Self.days(
          draft.from ?? kept?.days?.lowerBound, draft.to ?? kept?.days?.upperBound),
        today: today)
      return PlannedCampaign(name: kept?.name, plan: try CampaignPlan(request, reference))
    }
  }

  /// Plans of several budgets, objectives and stages, each with each, in that order.
  ///
  /// - Throws: ``Failure`` when there are more than a dozen, or one can't be planned.
  public func compareCampaigns(
    _ name: String?, _ draft: CampaignDraft, budgets: [Money], objectives: [String],
    stages: [String]
  ) throws -> PlanComparison {
    let all = { (values: [String]) -> [String?] in values.isEmpty ? [nil] : values }
    var plans: [PlannedCampaign] = []
    for objective in all(objectives) {
      for stage in all(stages) {
        for budget in budgets.isEmpty ? [nil] : budgets.map(Optional.some) {
          guard plans.count < 12 else {
            throw Failure(.usage, "more than 12 plans side by side; compare fewer")
          }
          var own = draft
          own.objective = objective ?? draft.objective
          own.stage = stage ?? draft.stage
          own.budget = budget ?? draft.budget
          plans.append(try planCampaign(name, own))
        }
      }
    }
    return PlanComparison(plans: plans)
  }
}
