/// The tiers in force. A tier follows from followers through this table; it is never stored on a creator.
public struct TierTable: Hashable, Sendable {
  /// Smallest first.
  public let tiers: [Tier]

  /// A table, or `nil` unless the smallest tier starts at 0 followers and no two start at the same number.
  public init?(_ tiers: [Tier]) {
    let sorted = tiers.sorted { $0.minFollowers < $1.minFollowers }
    guard sorted.first?.minFollowers == 0,
      Set(sorted.map(\.minFollowers)).count == sorted.count,
      Set(sorted.map(\.code)).count == sorted.count
    else { return nil }
    self.tiers = sorted
  }

  /// The tier of a creator with so many followers.
  ///
  /// - Precondition: `followers` is not negative.
  public func tier(followers: Int64) -> Tier {
    precondition(followers >= 0, "negative followers")
    guard let tier = tiers.last(where: { $0.minFollowers <= followers }) else {
      preconditionFailure("a tier table starts at 0 followers")
    }
    return tier
  }

  /// The usual engagement of a tier in basis points; of one without a range of its own, from the low end of
  /// the next larger tier that has one to the high end of the next smaller: smaller creators are nearer.
  public func usualEngagement(of tier: Tier) -> ClosedRange<Int64>? {
    if let own = tier.engagement { return own }
    let smaller = tiers.last { $0.minFollowers < tier.minFollowers && $0.engagement != nil }
    let larger = tiers.first { $0.minFollowers > tier.minFollowers && $0.engagement != nil }
    guard let high = smaller?.engagement?.upperBound, let low = larger?.engagement?.lowerBound
    else {
      return nil
    }
    return min(low, high)...max(low, high)
  }

  /// The fewest followers of a band, or `nil` when no tier is in it.
  public func minFollowers(of band: Band) -> Int64? {
    tiers.first { $0.band == band }?.minFollowers
  }
}
