public import Domain

/// Money that moves from one account to another: one debit, one credit, the same amount.
///
/// Balanced by construction, so an unbalanced entry cannot be built or stored.
public struct Transfer: Hashable, Sendable {
  /// The account that receives.
  public let debit: Account
  /// The account that gives.
  public let credit: Account
  /// How much; always above zero.
  public let amount: Money

  /// A transfer, or `nil` unless the amount is above zero and the accounts differ.
  public init?(debit: Account, credit: Account, amount: Money) {
    guard amount > .zero, debit != credit else { return nil }
    (self.debit, self.credit, self.amount) = (debit, credit, amount)
  }

  /// A transfer that was one before.
  init(known debit: Account, credit: Account, amount: Money) {
    (self.debit, self.credit, self.amount) = (debit, credit, amount)
  }

  /// What it adds to an account's debit balance: negative for the account that gives.
  public func effect(on account: Account) -> Money {
    account == debit ? amount : account == credit ? -amount : .zero
  }
}

extension Transfer: CustomStringConvertible {
  /// `1110 <- 1000 ¥8,000.05`.
  public var description: String { "\(debit.number) <- \(credit.number) \(amount)" }
}
