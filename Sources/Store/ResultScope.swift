/// Which notes are asked for.
public enum ResultScope: Sendable {
  /// All of them.
  case all
  /// Those of a campaign.
  case campaign(String)
  /// Those of a creator.
  case creator(CreatorKey)
  /// Some by their places in the book, in that order.
  case notes([Int64])
}
