public import Domain

/// One thing that was asked of the list, as the user would name it.
public enum Constraint: Hashable, Sendable {
  /// Spend no more than the budget.
  case budget
  /// Spend at least a part of the budget.
  case minimumUse
  /// The part, or the number of creators, of a band.
  case band(Band)
  /// A creator who must be on the list.
  case include(Int32)
  /// At most so many creators of one MCN.
  case perAgency(Int)
  /// The least part of a category.
  case category(CategoryMinimum)
}
