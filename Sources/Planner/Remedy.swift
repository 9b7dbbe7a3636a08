public import Domain

/// One change with which a list exists; each was tried.
public enum Remedy: Hashable, Sendable {
  /// Another budget; `isSmallest` when no smaller one works.
  case budget(Money, isSmallest: Bool)
  /// The smallest tolerance in whole points that works.
  case tolerance(Share)
  /// The largest part of the budget in whole percent that can be spent at least.
  case minimumUse(Share)
  /// The smallest number per MCN that works.
  case perAgency(Int)
  /// The same minimum with the largest share in whole percent that works.
  case category(CategoryMinimum)

  /// The change in words, without a full stop.
  public var sentence: String {
    switch self {
    case .budget(let budget, true): "the smallest budget that works is \(budget)"
    case .budget(let budget, false): "a budget of \(budget) works"
    case .tolerance(let share):
      "a tolerance of \(share.basisPoints / 100) points works"
    case .minimumUse(let share): "spending at least \(share) of the budget works"
    case .perAgency(let most): "at most \(most) per MCN works"
    case .category(let minimum): "\(minimum.words) works"
    }
  }
}
