/// Which notes are asked for.
public enum ResultScope: Sendable {
  /// All of them.
  case all
  /// Those of a campaign.
  case campaign(String)
  /// Those of a creator.
  case creator(CreatorKey)
  /// One by its place in the book.
  case note(Int64)
}
