public import Domain

/// A creator that a search found, and the best place where it did.
public struct SearchHit {
  /// The creator.
  public let key: CreatorKey
  /// Where the words are.
  public let place: SearchPlace

  /// A creator and a place.
  @inlinable
  public init(key: CreatorKey, place: SearchPlace) { (self.key, self.place) = (key, place) }
}
