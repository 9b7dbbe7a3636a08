/// The short key of a creator inside one book file. It means nothing outside.
public struct CreatorKey: Hashable, Comparable, Sendable {
  @usableFromInline let number: Int64

  /// Those that came into the book earlier come first.
  public static func < (left: CreatorKey, right: CreatorKey) -> Bool { left.number < right.number }
}
