public import Domain

/// What the books recognise of an order: LEDGER's Q, B and C.
public struct Recognised: Hashable, Sendable {
  /// The three amounts, as an adjustment names them.
  public enum Part: String, CaseIterable, Sendable {
    /// Q, the quote.
    case quote
    /// B, the brand-side fee.
    case brandFee = "brand_fee"
    /// C, the creator-side fee.
    case creatorFee = "creator_fee"

    /// Reads `quote`, `brand_fee` or `brand`, `creator_fee` or `creator`.
    public init?(_ text: String) {
      switch text {
      case "quote": self = .quote
      case "brand_fee", "brand-fee", "brand": self = .brandFee
      case "creator_fee", "creator-fee", "creator": self = .creatorFee
      default: return nil
      }
    }
  }

  /// Q: what the quotes come to, after refunds.
  public var quote: Money
  /// B: the fee on top of the quote.
  public var brandFee: Money
  /// C: the fee out of the quote.
  public var creatorFee: Money

  /// Nothing.
  public static let zero = Recognised(quote: .zero, brandFee: .zero, creatorFee: .zero)

  /// Three amounts.
  public init(quote: Money, brandFee: Money, creatorFee: Money) {
    (self.quote, self.brandFee, self.creatorFee) = (quote, brandFee, creatorFee)
  }

  /// What the brand pays: Q + B.
  public var brandTotal: Money { quote + brandFee }

  /// What the creator receives: Q - C.
  public var creatorNet: Money { quote - creatorFee }

  /// What the platform keeps: B + C.
  public var platform: Money { brandFee + creatorFee }

  /// One of the three.
  public subscript(part: Part) -> Money {
    get {
      switch part {
      case .quote: quote
      case .brandFee: brandFee
      case .creatorFee: creatorFee
      }
    }
    set {
      switch part {
      case .quote: quote = newValue
      case .brandFee: brandFee = newValue
      case .creatorFee: creatorFee = newValue
      }
    }
  }

  /// The sums, amount by amount.
  public static func + (left: Recognised, right: Recognised) -> Recognised {
    Recognised(
      quote: left.quote + right.quote, brandFee: left.brandFee + right.brandFee,
      creatorFee: left.creatorFee + right.creatorFee)
  }

  /// Adds, amount by amount.
  public static func += (left: inout Recognised, right: Recognised) { left = left + right }
}
