/// Why a change set can't be taken back: something that came later builds on it.
public enum ChangeObstacle: Error, Equatable, Sendable {
  /// An order is booked for a creator that it added.
  case order(String, of: String)
  /// A saved shortlist has a creator that it added.
  case shortlist(String, of: String)
  /// A later set changed the same thing, or filed something under a creator that it added.
  case later(ChangeSet, of: String)
  /// The books were closed since, and orders of a creator that it touched are in them.
  case closed(order: String, of: String)
  /// Somebody changed the same thing otherwise.
  case changed(of: String)
}
