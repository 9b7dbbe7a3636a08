/// What creators get, in the bands of the pyramid.
public struct PyramidPlan: Hashable, Sendable {
  /// One band.
  public struct Part: Hashable, Sendable {
    /// Which one.
    public let band: Band
    /// Its part of what creators get, in basis points; the three are 10 000.
    public let share: Share
    /// What it gets, service fees included.
    public let amount: Money
    /// Why so much.
    public let rules: [PlanRule]
  }

  /// What one note of a tier costs and how many its band pays for.
  public struct Notes: Hashable, Sendable {
    /// Which tier.
    public let tier: Tier
    /// What one note costs the brand, service fee included.
    public let cost: ClosedRange<Money>
    /// How many notes the band pays for if all are of this tier, rounded down.
    public let count: ClosedRange<Int64>
    /// How many interactions one note may be expected to have, if the guide says it of the tier or of those beside
    /// it.
    public let interactions: Interactions?
    /// Where the cost and the interactions come from.
    public let rules: [PlanRule]
  }

  /// What a tier's engagement comes to: the rate on followers, times the fewest and the most of the tier.
  public struct Interactions: Hashable, Sendable {
    /// Interactions as a part of followers, in basis points.
    public let rate: ClosedRange<Int64>
    /// Of the fewest followers at the lower rate, rounded down.
    public let least: Int64
    /// Of the most at the upper rate, rounded down; `nil` for the largest tier, which has no most.
    public let most: Int64?

    init?(_ tier: Tier, _ tiers: TierTable) {
      guard let rate = tiers.usualEngagement(of: tier) else { return nil }
      let next = tiers.tiers.first { $0.minFollowers > tier.minFollowers }
      let part = { (followers: Int64, rate: Int64) in
        Int64(clamping: Int128(followers) * Int128(rate) / 10_000)
      }
      self.rate = rate
      least = part(tier.minFollowers, rate.lowerBound)
      most = next.map { part($0.minFollowers - 1, rate.upperBound) }
    }
  }

  /// What was changed about the usual pyramid, and why.
  public enum Change: Hashable, Sendable {
    /// The stage does without it.
    case avoided(Band, PlanRule)
    /// It got more so that it pays for one note of its cheapest tier.
    case stretched(Band, cost: Money, PlanRule)
    /// It can't pay for one note of its cheapest tier; its money is in the band below. `reach` is the largest
    /// part in basis points that it could have had.
    case dropped(Band, had: Money, cost: Money, Tier, reach: Int64)
  }

  /// Head before middle before base; they sum to what creators get.
  public let parts: [Part]
  /// The largest tier first; only of bands that get something.
  public let notes: [Notes]
  /// In the order in which they were made.
  public let changes: [Change]

  /// What a band gets.
  public func amount(of band: Band) -> Money { parts.first { $0.band == band }?.amount ?? .zero }

  /// Whether a band can't pay for a single note.
  public func isDropped(_ band: Band) -> Bool {
    changes.contains { if case .dropped(band, _, _, _, _) = $0 { true } else { false } }
  }

  /// The bands for an amount.
  init(_ amount: Money, _ request: PlanRequest, _ reference: PlanReference) throws {
    var shape = try PyramidShape(request, reference)
    shape.pay(amount, request, reference)
    changes = shape.changes
    let bands = Band.allCases.reversed()
    let amounts = bands.map { shape.amounts[$0] ?? 0 }
    let shares =
      amount > .zero
      ? LargestRemainder.split(10_000, by: amounts) : amounts.map { _ in 0 }
    parts = zip(bands, zip(shares, amounts)).map { band, part in
      Part(
        band: band, share: Share(basisPoints: part.0), amount: Money(fen: part.1),
        rules: shape.rules[band] ?? [])
    }
    let paid = parts.filter { $0.amount > .zero }
    notes = reference.tiers.tiers.reversed().compactMap { tier in
      guard let part = paid.first(where: { $0.band == tier.band }) else { return nil }
      let cost = reference.cost(of: tier, request.category)
      let count = { (one: Money) in one > .zero ? part.amount.fen / one.fen : 0 }
      return Notes(
        tier: tier, cost: cost, count: count(cost.upperBound)...count(cost.lowerBound),
        interactions: Interactions(tier, reference.tiers),
        rules: reference.rules(of: tier, request.category))
    }
  }
}
