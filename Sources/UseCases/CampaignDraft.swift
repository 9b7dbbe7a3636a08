public import Domain

/// What a person says of a campaign; what is not said stays as it was.
public struct CampaignDraft: Sendable {
  /// Whose campaign it is.
  public var brand: String?
  /// What is to be sold; empty takes it away.
  public var product: String?
  /// Its category, as people write it; empty takes it away.
  public var category: String?
  /// What it is to reach, as people write it.
  public var objective: String?
  /// Where the brand stands, as people write it.
  public var stage: String?
  /// Its first day.
  public var from: Day?
  /// Its last day.
  public var to: Day?
  /// All that may be spent.
  public var budget: Money?
  /// Anything else; empty takes it away.
  public var note: String?

  /// Nothing said yet.
  public init() {}
}
