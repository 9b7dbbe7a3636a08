/// What a person says that a column means: `粉丝=followers(万)`.
public struct ColumnMap: Sendable {
  /// The column's header, as the person wrote it.
  public let column: String
  /// What it means; ``Meaning/ignored(_:)`` when it is to be left out.
  public let meaning: Meaning

  var folded: String { HeaderText.folded(column) }

  /// - Returns: `nil` when there is no `=` between a column and a field; behind it may be nothing.
  /// - Throws: ``Unknown`` when there is no such field.
  public init?(_ text: String) throws(Unknown) {
    guard let sign = text.lastIndex(of: "="), sign > text.startIndex else { return nil }
    column = String(text[..<sign])
    let field = String(text[text.index(after: sign)...])
    if field.allSatisfy(\.isWhitespace) {
      meaning = .ignored("left out by --map")
    } else if let known = Meaning(field: field) {
      meaning = known.naming(column)
    } else {
      throw Unknown(wanted: Field.wanted(for: field))
    }
  }

  /// There is no such field.
  public struct Unknown: Error {
    /// What would have been one.
    public let wanted: String
  }
}
