public import Domain

/// What the book knows of the creators that statements name.
public struct StatedCreators: Sendable {
  /// The Xiaohongshu user ids of the creators that have orders, where they are known.
  public let userIDs: [CreatorID: String]
  /// The user ids in the statements that are nobody's in the book.
  public let newcomers: Set<String>

  /// Nobody, unless said.
  public init(userIDs: [CreatorID: String] = [:], newcomers: Set<String> = []) {
    (self.userIDs, self.newcomers) = (userIDs, newcomers)
  }
}
