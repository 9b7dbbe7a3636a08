/// Two creators who may be one person.
public struct DuplicatePair: Hashable, Sendable {
  /// What speaks for it, the strongest first.
  public enum Evidence: Int, Hashable, Sendable {
    /// One's 小红书号 is the other's id.
    case id
    /// One link, or a link with the other's user id.
    case link
    /// One contact.
    case contact
    /// One nickname, but for width, case and spaces, and one MCN.
    case nicknameAndMCN
    /// One nickname and one city.
    case nicknameAndCity
    /// One nickname and one follower count.
    case nicknameAndFollowers
  }

  /// The one that is longer in the book.
  public let first: CreatorKey
  /// The other one.
  public let second: CreatorKey
  /// Each kind once.
  public let evidence: [Evidence]
}
