/// What undoing a change set did, in numbers of rows.
public struct UndoneRows: Hashable, Sendable {
  /// Creators taken out again.
  public var creatorsRemoved: Int64 = 0
  /// Creators brought back.
  public var creatorsRestored: Int64 = 0
  /// Creators whose card is as it was.
  public var cardsRestored: Int64 = 0
  /// Other rows taken out again: facts, quotes, ratings, notes, labels.
  public var rowsRemoved: Int64 = 0
  /// Other rows brought back.
  public var rowsRestored: Int64 = 0
}
