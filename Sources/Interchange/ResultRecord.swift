public import Domain

/// One row of a file of results.
public struct ResultRecord: Sendable {
  /// What it is of.
  public enum Content: Hashable, Sendable {
    /// A note, or all notes of an order.
    case note(StatedNote)
    /// Ads on a note.
    case ad(AdResult)
    /// Orders of customers.
    case conversion(Conversion)
    /// Searches for a keyword.
    case search(SearchCount)
  }

  /// The row of the sheet, or the line of the text.
  public let line: Int
  /// The day that the row gives for its figures.
  public let day: Day?
  /// What it says.
  public let content: Content
  /// What looks wrong in the row itself.
  public let flags: [ResultFlag]
}
