/// What a shortlist is to have the most of.
public enum Objective: String, CaseIterable, Sendable {
  /// Expected engagements weighted by the team's rating; the default.
  case rated
  /// Expected engagements.
  case engagements
  /// Followers reached.
  case followers
  /// Expected reads.
  case reads

  /// The largest value that an offer may have, so that two million of them add up within `Int64`.
  public static let largestValue: Int64 = 1_000_000_000_000

  /// What one note is worth, or `nil` when a figure that the objective needs is missing, or the
  /// figures are out of this world (above ``largestValue``).
  ///
  /// PLANNER section 1: rated = ⌊(followers · er_bp · w + 500 000) / 1 000 000⌋, half up; plain
  /// engagements are the same with w = 100.
  ///
  /// - Parameters:
  ///   - followers: 0 or more.
  ///   - engagementBasisPoints: interactions per note and follower, 0 or more.
  ///   - ratingWeightPercent: 60 for one star through 130 for five; 100 for no rating.
  ///   - medianReads: reads that a note usually gets.
  public func value(
    followers: Int64, engagementBasisPoints: Int64?, ratingWeightPercent: Int64,
    medianReads: Int64? = nil
  ) -> Int64? {
    let exact: Int128
    switch self {
    case .rated, .engagements:
      guard let rate = engagementBasisPoints else { return nil }
      let weight = self == .rated ? ratingWeightPercent : 100
      let (rated, overflow) = (Int128(followers) * Int128(rate))
        .multipliedReportingOverflow(by: Int128(weight))
      if overflow { return nil }
      exact = (rated + 500_000) / 1_000_000
    case .followers: exact = Int128(followers)
    case .reads:
      guard let medianReads else { return nil }
      exact = Int128(medianReads)
    }
    return (0...Int128(Self.largestValue)).contains(exact) ? Int64(exact) : nil
  }
}
