/// What an import read, and what that came to.
public struct ImportedLists: Sendable {
  /// The names of the files, one a line.
  public let files: String
  /// The layouts that occurred, one a line.
  public let layout: String
  /// The encodings that occurred, one a line.
  public let encoding: String
  /// Creators that are new.
  public let added: Int
  /// Creators of whom the book learnt something.
  public let updated: Int
  /// Creators of whom the lists said nothing new.
  public let unchanged: Int

  /// An import.
  public init(
    files: String, layout: String, encoding: String, added: Int, updated: Int, unchanged: Int
  ) {
    (self.files, self.layout, self.encoding) = (files, layout, encoding)
    (self.added, self.updated, self.unchanged) = (added, updated, unchanged)
  }
}
