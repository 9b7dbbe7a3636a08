public import Domain

/// What came of a change to a creator.
public struct CreatorReceipt: Hashable, Sendable {
  /// Whose.
  public let id: CreatorID
  /// Whether the book holds something that it did not hold before.
  public let isNew: Bool

  /// The same as a list of one row, for programs.
  public var listing: Listing {
    Listing(
      columns: [.init("creator_id", "ID"), .init("changed", "Changed")],
      rows: [[.text(id.text), .text(isNew ? "yes" : "no")]])
  }
}
