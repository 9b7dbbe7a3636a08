/// Whom or what a change set is about, as its command knows at its end.
public enum ChangeScope: Sendable {
  /// One creator, new or not; whether anything changed is looked up.
  case creator(CreatorKey, isNew: Bool)
  /// Several creators, of whom this many changed.
  case creators(updated: Int)
  /// Lists of creators: what was read, and what that came to.
  case lists(ImportedLists)
}
