public import Domain

/// What an order or a group of orders comes to in US dollars.
public struct DollarAmounts: Hashable, Sendable {
  /// Q, the quotes.
  public let quote: Dollars
  /// B, the brand-side fees.
  public let brandFee: Dollars
  /// C, the creator-side fees.
  public let creatorFee: Dollars

  /// Nothing.
  public static let zero = DollarAmounts(quote: .zero, brandFee: .zero, creatorFee: .zero)

  init(quote: Dollars, brandFee: Dollars, creatorFee: Dollars) {
    (self.quote, self.brandFee, self.creatorFee) = (quote, brandFee, creatorFee)
  }

  /// A line at a rate, amount by amount.
  init(_ line: Recognised, at rate: DollarRate) {
    self.init(
      quote: rate.dollars(of: line.quote), brandFee: rate.dollars(of: line.brandFee),
      creatorFee: rate.dollars(of: line.creatorFee))
  }

  /// What the brand pays: Q + B.
  public var brandTotal: Dollars { quote + brandFee }
  /// What the creator receives: Q - C.
  public var creatorNet: Dollars { quote - creatorFee }
  /// What the platform keeps: B + C.
  public var platform: Dollars { brandFee + creatorFee }

  /// The sums, amount by amount.
  public static func + (left: DollarAmounts, right: DollarAmounts) -> DollarAmounts {
    DollarAmounts(
      quote: left.quote + right.quote, brandFee: left.brandFee + right.brandFee,
      creatorFee: left.creatorFee + right.creatorFee)
  }
}
