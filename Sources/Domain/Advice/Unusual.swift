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

  /// What is far from usual.
  public let kind: Kind
  /// What was found, and what is usual.
  public let found: String

  /// The finding and an innocent reason.
  public var sentence: String { "\(found); \(kind.innocent)" }
}
