/// A note: where it stands, and what was said of it over time.
public struct NoteHistory: Sendable {
  /// The note as a list shows it, in one row.
  public let standing: Listing
  /// What was said of it, the oldest first.
  public let snapshots: Listing
  /// What was said of ads on it, by format, the oldest first.
  public let ads: Listing
  /// What looks wrong in its newest figures, in words.
  public let flags: [String]
}
