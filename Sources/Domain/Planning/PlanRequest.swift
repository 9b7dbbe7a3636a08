/// What a campaign is planned for.
public struct PlanRequest: Hashable, Sendable {
  /// All that may be spent.
  public var budget: Money
  /// A key of the playbook's objectives.
  public var objective: String
  /// A key of the playbook's stages.
  public var stage: String
  /// The category of the product, for what its creators cost.
  public var category: Category?
  /// From the first day through the last.
  public var days: ClosedRange<Day>?
  /// The day it is planned on.
  public var today: Day

  /// A request.
  ///
  /// - Precondition: the budget is above zero.
  public init(
    budget: Money, objective: String, stage: String, category: Category? = nil,
    days: ClosedRange<Day>? = nil, today: Day
  ) {
    precondition(budget > .zero, "a plan for nothing")
    (self.budget, self.objective, self.stage) = (budget, objective, stage)
    (self.category, self.days, self.today) = (category, days, today)
  }
}
