/// A campaign: what for, how long, and how much it may cost in all.
///
/// Shortlists, orders and results hang on it by its name.
public struct Campaign: Hashable, Sendable {
  /// The name that orders and shortlists call it by.
  public let name: String
  /// Whose campaign it is.
  public var brand: String
  /// What is to be sold.
  public var product: String?
  /// The category of the product, by code.
  public var category: String?
  /// What it is to reach: a key of the playbook's objectives.
  public var objective: String
  /// Where the brand stands: a key of the playbook's stages.
  public var stage: String
  /// From the first day through the last; `nil` while they aren't known.
  public var days: ClosedRange<Day>?
  /// All that may be spent: creators with their fees, ads, content, management.
  public var budget: Money
  /// Anything else.
  public var note: String?
  /// When the card was made.
  public let created: Moment
  /// By whom.
  public let createdBy: String

  /// A card.
  public init(
    name: String, brand: String, objective: String, stage: String, budget: Money, created: Moment,
    createdBy: String
  ) {
    self.name = name
    self.brand = brand
    self.objective = objective
    self.stage = stage
    self.budget = budget
    self.created = created
    self.createdBy = createdBy
  }
}
