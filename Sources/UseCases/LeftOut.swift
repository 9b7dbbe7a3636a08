/// Why a creator can't be on a shortlist, in the order they are asked.
public enum LeftOut: String, CaseIterable, Sendable {
  /// Named by `--exclude`.
  case excluded = "excluded by name"
  /// Blocked by the user.
  case blocked
  /// Works for a competitor these days.
  case conflict = "in a conflict window"
  /// No quote that holds today, in the formats asked for and below the highest fee.
  case noQuote = "without a fitting quote"
  /// A reviewer said no.
  case refused = "refused by a reviewer"
  /// A reviewer said hold.
  case held = "on hold"
  /// Dearer than a reviewer's ceiling.
  case tooDear = "above a reviewer's ceiling"
  /// No follower count.
  case noFollowers = "without a follower count"
  /// No figure that the objective needs.
  case noFigure = "without the figure the objective counts"
}
