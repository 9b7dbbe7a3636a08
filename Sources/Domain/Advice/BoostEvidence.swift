/// A note beside what is usual: why to put feed ads on it, or not. A class, because a book's many notes are
/// sorted by it.
public final class BoostEvidence: Sendable {
  /// The note.
  public let note: NoteBrief
  /// The tier of its creator.
  public let tier: Tier?
  /// What its creator's notes are usually read without ads; with 0 notes, the card's median.
  public let own: Norm?
  /// What the tier's notes are usually read without ads.
  public let tierReads: Norm?
  /// Interactions as a part of all reads of the tier's notes, in basis points.
  public let tierEngagement: Norm?
  /// What is advised.
  public let verdict: BoostVerdict
  /// How far it stands out: natural reads against the larger of both norms, so that the weaker of both
  /// comparisons counts.
  public let score: Ratio?
  /// The verdict's place among all.
  private let place: Int

  /// The evidence for a note.
  ///
  /// - Parameters:
  ///   - cardReads: what the creator's card said a note gets; stands for notes that the book hasn't got.
  ///   - isUnusual: whether something in its figures should be looked at first; asked only of a note that
  ///     stands out.
  public init(
    _ note: NoteBrief, cardReads: @autoclosure () throws -> Int64?,
    isUnusual: @autoclosure () throws -> Bool, _ norms: NoteNorms, _ rules: AdviceRules
  ) rethrows {
    let tierReads = norms.norm(.organicReads, for: note)
    let own =
      try norms.ownReads(besides: note)
      ?? cardReads().flatMap { $0 > 0 ? Norm(median: $0, notes: 0) : nil }
    let usual = [own, tierReads].compactMap { $0?.median }.max()
    self.note = note
    (tier, self.own, self.tierReads) = (norms.tier(of: note), own, tierReads)
    tierEngagement = norms.norm(.engagementOfReads, for: note)
    score = note.figures.organicReads.flatMap { reads in usual.flatMap { Ratio(reads, to: $0) } }
    let found = Self.verdict(note, score, tierEngagement, norms, rules)
    verdict = try found == .boost && isUnusual() ? .lookFirst : found
    place = BoostVerdict.order.firstIndex(of: verdict) ?? 0
  }

  private static func verdict(
    _ note: NoteBrief, _ score: Ratio?, _ tierEngagement: Norm?, _ norms: NoteNorms,
    _ rules: AdviceRules
  ) -> BoostVerdict {
    if note.age == nil { return .ageUnknown }
    if !norms.isOldEnough(note) { return .tooYoung }
    if note.figures.organicReads == nil { return .notToldApart }
    guard let score else { return .noNorm }
    guard score.isAtLeast(basisPoints: rules.low(.boostReads)) else { return .usual }
    let reacts = NoteMeasure.engagementOfReads.value(of: note)
      .flatMap { rate in tierEngagement.flatMap { Ratio(rate, to: $0.median) } }
    if let reacts, !reacts.isAtLeast(basisPoints: rules.low(.boostEngagement)) { return .fewReact }
    return .boost
  }

  /// Whether one stands before another: those to boost before others in the order of ``BoostVerdict``; of one
  /// verdict the one that stands out farther, then the one read more. `nil` when nothing tells them apart.
  public func isBefore(_ other: BoostEvidence) -> Bool? {
    if place != other.place { return place < other.place }
    switch (score, other.score) {
    case (let mine?, let theirs?):
      if mine > theirs { return true }
      if theirs > mine { return false }
    case (.some, nil): return true
    case (nil, .some): return false
    case (nil, nil): break
    }
    let (mine, theirs) = (note.figures.organicReads ?? -1, other.note.figures.organicReads ?? -1)
    return mine == theirs ? nil : mine > theirs
  }
}
