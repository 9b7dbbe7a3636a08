/// A place in a text file as an editor shows it: the first character is line 1, column 1.
public struct TextPlace: Hashable, Sendable {
  /// Counted by LF, CRLF and CR alike.
  public let line: Int
  /// Counted in Unicode scalars.
  public let column: Int

  /// A place.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}
