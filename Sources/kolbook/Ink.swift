/// Emphasis for a person at a terminal; the words say the same without it.
enum Ink: String {
  case bold = "1"
  case red = "1;31"

  /// Whether the person wants it: `NO_COLOR` (no-color.org) and terminals that can't say no.
  private static let isWanted =
    Environment["NO_COLOR"] == nil && Environment["TERM"].map { $0 != "dumb" } ?? false

  /// The text in this ink where a person looks at it, else as it is.
  func text(_ text: Substring, on isTerminal: Bool) -> String {
    isTerminal && Self.isWanted ? "\u{1B}[\(rawValue)m\(text)\u{1B}[0m" : String(text)
  }
}
