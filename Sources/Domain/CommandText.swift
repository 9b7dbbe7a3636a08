/// A command of the program as an answer names it, ready to be pasted into a shell.
public enum CommandText {
  /// `kolbook` and its words, each quoted where a shell would take it apart.
  public static func line(_ words: String...) -> String { line(words) }

  /// `kolbook` and its words, each quoted where a shell would take it apart.
  public static func line(_ words: [String]) -> String {
    "kolbook " + self.words(words)
  }

  /// The words alone, quoted alike: a command as the log of a book names it.
  public static func words(_ words: [String]) -> String {
    words.map(word).joined(separator: " ")
  }

  private static func word(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy { scalar in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".", ":", "/", "+", "%": true
      default: scalar.value > 0x7F && !scalar.properties.isWhitespace
      }
    }
    if isPlain, !text.isEmpty { return text }
    let quoted = text.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "'\\''")
    return "'\(quoted)'"
  }
}
