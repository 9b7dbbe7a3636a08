import Domain
import Store

@testable import UseCases

/// The shipped reference data, and every plan that a test looks at.
struct PlanFixture {
  let reference: PlanReference
  let beauty: Category
  let today: Day

  static let stages = ["enter_market", "uneven_sales", "launch", "small_test"]
  static let objectives = [
    "awareness", "conversion", "search_presence", "cost_efficiency", "speed", "festival",
  ]
  static let budgets = [20_000, 200_000, 2_000_000, 20_000_000].map { Money(yuan: $0) }

  /// Made once for all tests.
  static let shared = Result { try PlanFixture() }

  private init() throws {
    let open = try TemporaryBook().open()
    reference = try open.book.reference.planReference(on: open.today)
    beauty = try open.category("美妆")
    today = open.today
  }

  /// The request of a combination; half of them have days, around Double 11.
  func request(_ budget: Money, _ objective: String, _ stage: String) -> PlanRequest {
    let first = today.adding(days: 330)
    return PlanRequest(
      budget: budget, objective: objective, stage: stage,
      category: stage == "launch" || objective == "speed" ? nil : beauty,
      days: objective == "festival" || stage == "small_test"
        ? first...first.adding(days: 40) : nil,
      today: today)
  }

  /// Budget by objective by stage.
  var requests: [PlanRequest] {
    Self.stages.flatMap { stage in
      Self.objectives.flatMap { objective in
        Self.budgets.map { request($0, objective, stage) }
      }
    }
  }

  /// The reference data with other rows of the playbook, benchmarks, tiers or fee.
  func reference(
    playbook: [PlaybookRow]? = nil, benchmarks: [AdBenchmark]? = nil, tiers: TierTable? = nil,
    brandFee: FeeRate? = nil
  ) -> PlanReference {
    PlanReference(
      playbook: Playbook(playbook ?? reference.playbook.rows),
      benchmarks: benchmarks ?? reference.benchmarks, tiers: tiers ?? reference.tiers,
      brandFee: brandFee ?? reference.brandFee, rules: Array(reference.rules.values))
  }
}
