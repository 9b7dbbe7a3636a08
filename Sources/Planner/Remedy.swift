public import Domain

/// One change with which a list exists; each was tried.
public enum Remedy: Hashable, Sendable {
  /// How near a budget is to those that don't work.
  public enum Edge: Hashable, Sendable {
    /// No smaller one works.
    case smallest
    /// One yuan less doesn't work.
    case lessFails
    /// One yuan more doesn't work.
    case moreFails
    /// It works; nearer ones may too.
    case works
  }

  /// Another budget.
  case budget(Money, Edge)
  /// The smallest tolerance in whole points that works.
  case tolerance(Share)
  /// The same mix, but that one band gives another as few whole points as works.
  case mix(ByBand<Share>)
  /// The largest part of the budget in whole percent that can be spent at least.
  case minimumUse(Share)
  /// The smallest number per MCN that works.
  case perAgency(Int)
  /// The same minimum with the largest share in whole percent that works.
  case category(CategoryMinimum)

  /// The change in words, without a full stop.
  public var sentence: String {
    switch self {
    case .budget(let budget, .smallest): "the smallest budget that works is \(budget)"
    case .budget(let budget, .lessFails): "a budget of \(budget) works, ¥1.00 less does not"
    case .budget(let budget, .moreFails): "a budget of \(budget) works, ¥1.00 more does not"
    case .budget(let budget, .works): "a budget of \(budget) works"
    case .tolerance(let share):
      "a tolerance of \(share.basisPoints / 100) points works"
    case .mix(let share): "a mix of \(Self.words(share)) works"
    case .minimumUse(let share): "spending at least \(share) of the budget works"
    case .perAgency(let most): "at most \(most) per MCN works"
    case .category(let minimum): "\(minimum.words) works"
    }
  }

  /// `75/25/0`, base first.
  private static func words(_ share: ByBand<Share>) -> String {
    Band.allCases.map { "\(share[$0])".dropLast() }.joined(separator: "/")
  }
}
