public import Domain

/// What an order costs the brand: the creator's price, and Pugongying's fee on top of it.
public struct Charge: Hashable, Sendable {
  /// The creator's price.
  public let quote: Money
  /// The brand-side fee.
  public let brandFee: Money

  /// Nothing.
  public static let zero = Charge(quote: .zero, brandFee: .zero)

  /// Two amounts.
  public init(quote: Money, brandFee: Money) {
    (self.quote, self.brandFee) = (quote, brandFee)
  }

  /// What the books recognise.
  init(_ amounts: Recognised) {
    self.init(quote: amounts.quote, brandFee: amounts.brandFee)
  }

  /// What a line of a statement says; without a fee, a fee of nothing.
  public init(_ line: StatementLine) {
    self.init(quote: line.quote, brandFee: line.serviceFee ?? .zero)
  }

  /// The sums, amount by amount.
  public static func + (left: Charge, right: Charge) -> Charge {
    Charge(quote: left.quote + right.quote, brandFee: left.brandFee + right.brandFee)
  }

  /// The differences, amount by amount.
  public static func - (left: Charge, right: Charge) -> Charge {
    Charge(quote: left.quote - right.quote, brandFee: left.brandFee - right.brandFee)
  }
}
