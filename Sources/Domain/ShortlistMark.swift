/// What was said of a creator on a kept shortlist, for planning it anew.
public enum ShortlistMark: String, CaseIterable, Sendable {
  /// Stays, with the note that was decided.
  case locked
  /// Is not to be on the list again.
  case dropped
}
