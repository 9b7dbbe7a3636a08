/// A threshold of advice: a row of the playbook, by kind and key.
public enum AdviceRule: String, CaseIterable, Sendable {
  /// A note stands out at so many times what is usual.
  case boostReads = "boost/reads"
  /// Its interactions per read are at least so much of the tier's.
  case boostEngagement = "boost/engagement"
  /// Figures of fewer days say nothing yet.
  case age = "boost/age"
  /// The fewest notes of a creator that make a norm.
  case ownNotes = "boost/own_notes"
  /// The fewest notes of a tier that make a norm.
  case tierNotes = "boost/tier_notes"
  /// The least that one note gets of a boost budget.
  case noteBudget = "boost/note_budget"
  /// Below the first of what was expected a creator under-delivers, from the second on delivers.
  case delivered = "rebook/delivered"
  /// Up to the first of the tier's cost a creator is good value, above the second too dear.
  case price = "rebook/price"
  /// Of fewer notes it can be luck.
  case fewNotes = "rebook/few_notes"
  /// Below and above so many times the ends of the tier's range, engagement is unusual.
  case unusualEngagement = "unusual/engagement"
  /// Below and above so many times the tier's likes per comment, a note is unusual.
  case unusualLikesPerComment = "unusual/likes_per_comment"
  /// Notes of fewer likes aren't judged by likes per comment.
  case unusualLikes = "unusual/likes"
  /// A pace of so many times the earlier one is sudden.
  case surgePace = "unusual/pace"
  /// Fewer new reads are no surge.
  case surgeReads = "unusual/reads"
  /// Younger notes grow fast anyway.
  case surgeAge = "unusual/age"
  /// Fewer new followers, as a part of those there were, are no surge.
  case surgeFollowers = "unusual/followers"
  /// Of fewer there are no quartiles.
  case quartileCount = "benchmark/count"

  /// Its place among all.
  var place: Int {
    switch self {
    case .boostReads: 0
    case .boostEngagement: 1
    case .age: 2
    case .ownNotes: 3
    case .tierNotes: 4
    case .noteBudget: 5
    case .delivered: 6
    case .price: 7
    case .fewNotes: 8
    case .unusualEngagement: 9
    case .unusualLikesPerComment: 10
    case .unusualLikes: 11
    case .surgePace: 12
    case .surgeReads: 13
    case .surgeAge: 14
    case .surgeFollowers: 15
    case .quartileCount: 16
    }
  }
}
