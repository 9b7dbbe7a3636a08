/// Something in figures that is far from usual. It says what to look at; it accuses nobody, and every kind
/// has an innocent reason too.
public struct Unusual: Hashable, Sendable {
  /// What is far from usual.
  public enum Kind: String, CaseIterable, Sendable {
    /// Many interactions for so many followers.
    case engagementHigh = "engagement_high"
    /// Few interactions for so many followers.
    case engagementLow = "engagement_low"
    /// Many likes for each comment.
    case likesHigh = "likes_high"
    /// Few likes for each comment.
    case likesLow = "likes_low"
    /// Reads rose at once.
    case readsSurge = "reads_surge"
    /// Followers rose at once.
    case followersSurge = "followers_surge"

    /// An innocent reason.
    var innocent: String {
      switch self {
      case .engagementHigh: "a note that travels beyond the followers looks the same"
      case .engagementLow: "a bad day or a dull topic looks the same"
      case .likesHigh: "a picture that needs no words looks the same"
      case .likesLow: "a question, or a draw among those who comment, looks the same"
      case .readsSurge: "ads, a trend or a place in search look the same"
      case .followersSurge: "a hit, or another way of counting in a list, looks the same"
      }
    }
  }

  /// What it was found by.
  enum Evidence: Hashable, Sendable {
    /// Interactions as a part of followers in basis points, beyond a tier's range.
    case engagement(Int64, Tier, usual: ClosedRange<Int64>)
    /// Likes and comments, how many times the likes per comment of a tier's notes.
    case likes(Int64, comments: Int64, Ratio, Tier, Norm)
    /// Something counted that rose at once.
    case surge(Surge, String)
  }

  /// What is far from usual.
  public let kind: Kind
  let evidence: Evidence

  /// The finding and an innocent reason.
  public var sentence: String { "\(found); \(kind.innocent)" }

  /// What was found, and what is usual.
  private var found: String {
    switch evidence {
    case .engagement(let rate, let tier, let usual):
      "interactions are \(Percent.text(basisPoints: rate)) of followers, \(tier.name) usually "
        + "\(Percent.text(basisPoints: usual.lowerBound))–"
        + Percent.text(basisPoints: usual.upperBound)
    case .likes(let likes, let comments, let ratio, let tier, let norm):
      "\(Grouped.text(likes)) likes and \(Grouped.text(comments)) comments, "
        + "\(ratio) the likes per comment of \(tier.name) (\(Self.tenths(norm.median)), "
        + "\(norm.counted()))"
    case .surge(let surge, let thing): surge.text(thing)
    }
  }

  /// Hundredths as tenths, half up.
  private static func tenths(_ hundredths: Int64) -> String {
    let tenths = (hundredths + 5) / 10
    return "\(Grouped.text(tenths / 10)).\(tenths % 10)"
  }
}
