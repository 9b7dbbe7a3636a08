/// What creators of a tier and category usually ask for a note: tier range × category premium.
///
/// A flag, never a filter: only a third of real quotes lie inside the guide's ranges.
public struct QuoteBenchmark: Hashable, Sendable {
  /// The usual fee, both ends included.
  public let range: ClosedRange<Money>

  /// Where a quote stands.
  public enum Judgement: String, Sendable {
    /// Cheaper than usual.
    case below
    /// As usual.
    case within
    /// Dearer than usual.
    case above
  }

  /// The range of a tier, raised by the dearest of the creator's categories, each end rounded half up to a fen.
  public init(tier: Tier, categories: [Category]) {
    let low = categories.map(\.premiumBasisPoints.lowerBound).max() ?? 0
    let high = categories.map(\.premiumBasisPoints.upperBound).max() ?? 0
    let raised = { (fee: Money, premium: Int64) in
      Money(fen: Int64((Int128(fee.fen) * Int128(10_000 + premium) + 5_000) / 10_000))
    }
    range = raised(tier.usualFee.lowerBound, low)...raised(tier.usualFee.upperBound, high)
  }

  /// Where a quote stands against the range.
  public func judge(_ quote: Money) -> Judgement {
    quote < range.lowerBound ? .below : quote > range.upperBound ? .above : .within
  }
}
