public import Domain

/// What one command changed about creators, at a glance.
public struct ChangeSet: Hashable, Sendable {
  /// 1 for the first of the book.
  public let number: Int64
  /// When.
  public let at: Moment
  /// Who.
  public let actor: String
  /// The command in words, such as `import mcn.csv`.
  public let command: String
  /// Whether what it changed was kept; it was not before change sets.
  public let canUndo: Bool
  /// The set that it took back, if it is an undoing.
  public let undoes: Int64?
  /// The set that took it back, if one did and stands.
  public let undoneBy: Int64?
  /// Creators that were new.
  public let added: Int64
  /// Creators of whom the book learnt something.
  public let updated: Int64
  /// Creators of whom a list said nothing new.
  public let unchanged: Int64
  /// The one creator it is about; `nil` for several.
  let creator: CreatorKey?
}
