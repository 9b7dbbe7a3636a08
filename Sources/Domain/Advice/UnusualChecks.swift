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
  /// - Parameter reads: its reads over time, the oldest first; asked only of a note that is old enough to
  ///   surge.
  public func unusual(_ note: NoteBrief, reads: () throws -> [Surge.Point]) rethrows -> [Unusual] {
    var found: [Unusual] = []
    if let one = engagement(note) { found.append(one) }
    if let one = likes(note) { found.append(one) }
    if let one = try surge(note, reads) { found.append(one) }
    return found
  }

  /// Whether ``unusual(_:reads:)`` finds anything; reads are asked for only when nothing else is found.
  public func isUnusual(_ note: NoteBrief, reads: () throws -> [Surge.Point]) rethrows -> Bool {
    try engagement(note) != nil || likes(note) != nil || surge(note, reads) != nil
  }

  /// What is unusual in how a creator's followers grew; counts with the oldest first.
  public func unusual(followers: [Surge.Point]) -> Unusual? {
    let least = Int128(rules.low(.surgeFollowers))
    let surge = Surge.newest(in: followers, pace: rules.low(.surgePace)) { before in
      Int64((Int128(before) * least + 9_999) / 10_000)
    }
    return surge.map { Unusual(kind: .followersSurge, evidence: .surge($0, "followers")) }
  }

  /// A young note may grow as it will.
  private func surge(_ note: NoteBrief, _ reads: () throws -> [Surge.Point]) rethrows -> Unusual? {
    guard let published = note.publishedOn, let asOf = note.asOf else { return nil }
    let old = Day(number: published.number + Int32(clamping: min(rules.low(.surgeAge), 36_500)))
    guard asOf > old else { return nil }
    let least = rules.low(.surgeReads)
    let surge = Surge.newest(in: try reads(), pace: rules.low(.surgePace), notBefore: old) { _ in
      least
    }
    return surge.map { Unusual(kind: .readsSurge, evidence: .surge($0, "reads")) }
  }

  /// Engagement beyond the tier's range by the guide. Ads add interactions of people who don't follow, so
  /// that a note with paid traffic is not judged by having many; a young one not by having few.
  private func engagement(_ note: NoteBrief) -> Unusual? {
    guard let tier = norms.tier(of: note), let usual = tiers.usualEngagement(of: tier),
      let rate = NoteMeasure.engagementOfFollowers.value(of: note)
    else { return nil }
    let (low, high) = (rules.low(.unusualEngagement), rules.high(.unusualEngagement))
    let evidence = Unusual.Evidence.engagement(rate, tier, usual: usual)
    if let ratio = Ratio(rate, to: usual.upperBound), ratio.isAbove(basisPoints: high), !note.isPaid
    {
      return Unusual(kind: .engagementHigh, evidence: evidence)
    }
    if let ratio = Ratio(rate, to: usual.lowerBound), !ratio.isAtLeast(basisPoints: low),
      norms.isOldEnough(note)
    {
      return Unusual(kind: .engagementLow, evidence: evidence)
    }
    return nil
  }

  private func likes(_ note: NoteBrief) -> Unusual? {
    guard let likes = note.figures.likes, likes >= rules.low(.unusualLikes),
      let tier = norms.tier(of: note), let norm = norms.norm(.likesPerComment, for: note),
      let value = NoteMeasure.likesPerComment.value(of: note),
      let ratio = Ratio(value, to: norm.median)
    else { return nil }
    let evidence = Unusual.Evidence.likes(
      likes, comments: note.figures.comments ?? 0, ratio, tier, norm)
    if ratio.isAbove(basisPoints: rules.high(.unusualLikesPerComment)) {
      return Unusual(kind: .likesHigh, evidence: evidence)
    }
    if !ratio.isAtLeast(basisPoints: rules.low(.unusualLikesPerComment)) {
      return Unusual(kind: .likesLow, evidence: evidence)
    }
    return nil
  }
}
