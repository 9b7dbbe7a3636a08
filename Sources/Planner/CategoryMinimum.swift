public import Domain

/// A part of the list that a category is to have at least.
public struct CategoryMinimum: Hashable, Sendable {
  /// What the part is taken of.
  public enum Whole: String, CaseIterable, Sendable {
    /// The people on the list.
    case count
    /// What is spent.
    case spend
  }

  /// The category as the caller names it in sentences.
  public var name: String
  /// The least part, exactly: of an empty list every part is reached.
  public var share: Share
  /// What the part is taken of.
  public var of: Whole

  /// A minimum.
  public init(name: String, share: Share, of whole: Whole = .count) {
    (self.name, self.share, self.of) = (name, share, whole)
  }

  /// The minimum in words: "beauty at least 30% of spend".
  public var words: String {
    "\(name) at least \(share) of \(of == .count ? "the people" : "spend")"
  }
}
