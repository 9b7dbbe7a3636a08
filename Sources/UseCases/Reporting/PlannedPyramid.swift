import Domain
import Store

/// What was planned of each band of a campaign.
struct PlannedPyramid {
  struct Part {
    let band: Band?
    let people: Int64
    let cost: Money
  }

  let bands: [Part]
  /// Whether it says how many people, or only how much money.
  let hasPeople: Bool
  /// Where it is from.
  let source: String

  var cost: Money { bands.reduce(.zero) { $0 + $1.cost } }

  /// Of approved lists.
  init?(_ lists: [Shortlist]) {
    guard !lists.isEmpty else { return nil }
    bands = Pyramid(lists.flatMap(\.picks)).rows.map {
      Part(band: $0.band, people: $0.people, cost: $0.cost)
    }
    hasPeople = true
    source = "the shortlists " + lists.map(\.name).joined(separator: ", ")
  }

  /// Of the plan for the budget.
  init(_ plan: CampaignPlan) {
    bands = plan.creators.parts.map { Part(band: $0.band, people: 0, cost: $0.amount) }
    hasPeople = false
    source = "the creators' part of the plan for \(plan.request.budget)"
  }
}
