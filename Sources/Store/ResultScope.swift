/// Which notes are asked for.
public enum ResultScope: Sendable {
  /// Those of a campaign.
  case campaign(String)
  /// Those of a creator.
  case creator(CreatorKey)
  /// Those whose places in the book are in a span.
  case span(ClosedRange<Int64>)
  /// Some by their places in the book, in that order.
  case notes([Int64])
}
