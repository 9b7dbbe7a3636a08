public import Domain
import Ledger

/// What happens to an order after its booking, as a person tells it.
public enum OrderEvent: Sendable {
  /// Another quote is agreed.
  case amend(quote: Money)
  /// The brand pays into escrow.
  case pay
  /// The note is out.
  case publish(url: String?)
  /// The platform pays the creator.
  case complete
  /// Part or all of the quote comes back, its fees too unless they are kept.
  case refund(Money, keepBrandFee: Bool, keepCreatorFee: Bool)
  /// The order ends early; once it is paid the creator may keep a kill fee.
  case cancel(killFee: Money, keepBrandFee: Bool, keepCreatorFee: Bool)
  /// A correction by hand of `quote`, `brand_fee` or `creator_fee`.
  case adjust(part: String, by: Money)

  /// - Throws: ``Failure`` when there is no such part to adjust.
  func event() throws -> Event {
    switch self {
    case .amend(let quote): return .amend(quote: quote)
    case .pay: return .pay
    case .publish(let url): return .publish(url: url.map(Key.normalised))
    case .complete: return .complete
    case .refund(let amount, let brand, let creator):
      return .refund(amount, keeping: Self.kept(brand, creator))
    case .cancel(let killFee, let brand, let creator):
      return .cancel(killFee: killFee, keeping: Self.kept(brand, creator))
    case .adjust(let name, let amount):
      guard let part = Recognised.Part(name) else {
        throw Failure(
          .usage, "wanted quote, brand_fee or creator_fee to adjust, found \"\(name)\"")
      }
      return .adjust(part, by: amount)
    }
  }

  static func kept(_ brand: Bool, _ creator: Bool) -> Event.KeptFees {
    Event.KeptFees(brand ? [.brand] : []).union(creator ? [.creator] : [])
  }
}
