/// Looks for what is far from usual in the figures of notes and creators.
public struct UnusualChecks: Sendable {
  private let norms: NoteNorms
  private let tiers: TierTable
  private let rules: AdviceRules

  /// Checks by norms and rules.
  public init(_ norms: NoteNorms, _ tiers: TierTable, _ rules: AdviceRules) {
    (self.norms, self.tiers, self.rules) = (norms, tiers, rules)
  }

  /// What is unusual in a note's newest figures and in how its reads grew, in the order of the kinds.
  ///
  /// - Parameter published: when it was; a young note may grow as it will.
  public func unusual(_ note: NoteBrief, published: Day?, reads: [Surge.Point]) -> [Unusual] {
    [engagement(note), likes(note), surge(reads, published: published)].compactMap(\.self)
  }

  /// What is unusual in how a creator's followers grew; counts with the oldest first.
  public func unusual(followers: [Surge.Point]) -> Unusual? {
    let least = Int128(rules.low(.surgeFollowers))
    let surge = Surge.newest(in: followers, pace: rules.low(.surgePace)) { before in
      Int64((Int128(before) * least + 9_999) / 10_000)
    }
    return surge.map { Unusual(kind: .followersSurge, found: $0.text("followers")) }
  }

  private func surge(_ reads: [Surge.Point], published: Day?) -> Unusual? {
    guard let published else { return nil }
    let old = Day(number: published.number + Int32(clamping: min(rules.low(.surgeAge), 36_500)))
    let least = rules.low(.surgeReads)
    let surge = Surge.newest(in: reads, pace: rules.low(.surgePace), notBefore: old) { _ in least }
    return surge.map { Unusual(kind: .readsSurge, found: $0.text("reads")) }
  }

  /// Engagement beyond the tier's range by the guide. Ads add interactions of people who don't follow, so
  /// that a note with paid traffic is not judged by having many; a young one not by having few.
  private func engagement(_ note: NoteBrief) -> Unusual? {
    guard let tier = norms.tier(of: note), let usual = tiers.usualEngagement(of: tier),
      let rate = NoteMeasure.engagementOfFollowers.value(of: note)
    else { return nil }
    let (low, high) = (rules.low(.unusualEngagement), rules.high(.unusualEngagement))
    let found =
      "interactions are \(Percent.text(basisPoints: rate)) of followers, \(tier.name) usually "
      + "\(Percent.text(basisPoints: usual.lowerBound))–"
      + Percent.text(basisPoints: usual.upperBound)
    if let ratio = Ratio(rate, to: usual.upperBound), ratio.isAbove(basisPoints: high), !note.isPaid
    {
      return Unusual(kind: .engagementHigh, found: found)
    }
    if let ratio = Ratio(rate, to: usual.lowerBound), !ratio.isAtLeast(basisPoints: low),
      norms.isOldEnough(note)
    {
      return Unusual(kind: .engagementLow, found: found)
    }
    return nil
  }

  private func likes(_ note: NoteBrief) -> Unusual? {
    guard let likes = note.figures.likes, likes >= rules.low(.unusualLikes),
      let tier = norms.tier(of: note), let norm = norms.norm(.likesPerComment, of: tier),
      let value = NoteMeasure.likesPerComment.value(of: note),
      let ratio = Ratio(value, to: norm.median)
    else { return nil }
    let found =
      "\(Grouped.text(likes)) likes and \(Grouped.text(note.figures.comments ?? 0)) comments, "
      + "\(ratio) the likes per comment of \(tier.name) (\(Self.tenths(norm.median)), "
      + "\(Grouped.text(Int64(norm.notes))) notes)"
    if ratio.isAbove(basisPoints: rules.high(.unusualLikesPerComment)) {
      return Unusual(kind: .likesHigh, found: found)
    }
    if !ratio.isAtLeast(basisPoints: rules.low(.unusualLikesPerComment)) {
      return Unusual(kind: .likesLow, found: found)
    }
    return nil
  }

  /// Hundredths as tenths, half up.
  private static func tenths(_ hundredths: Int64) -> String {
    let tenths = (hundredths + 5) / 10
    return "\(Grouped.text(tenths / 10)).\(tenths % 10)"
  }
}
