/// One line of the journal.
public enum JournalLine: Hashable, Sendable {
  /// What happened to an order.
  case entry(Entry)
  /// What happened to the books.
  case lock(Lock)

  /// The entry, if it is about an order.
  public var entry: Entry? {
    if case .entry(let entry) = self { entry } else { nil }
  }
}
