public import Domain

/// What happened on one account in a quarter: opening + movement = closing.
public struct AccountMovement: Hashable, Sendable {
  /// Which account.
  public let account: Account
  /// Its balance when the quarter began.
  public let opening: Money
  /// What the quarter's entries added.
  public let movement: Money

  /// Its balance when the quarter ended.
  public var closing: Money { opening + movement }
}
