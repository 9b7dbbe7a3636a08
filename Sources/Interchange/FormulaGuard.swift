/// Keeps Excel from reading a text cell of a CSV file as a formula or a number, and our own reader from
/// taking it for a word for nothing; and takes that back.
///
/// A guarded text has one apostrophe more in front than the text itself. Which texts are guarded
/// depends only on what follows their leading apostrophes, so taking back is exact: for every text,
/// `unguarded(guarded(text)) == text`.
public enum FormulaGuard {
  /// The text with an apostrophe in front, if Excel would run it or change it, or it reads `null` and the like.
  public static func guarded(_ text: String) -> String {
    isTempting(text) ? "'" + text : text
  }

  /// The text without the apostrophe that ``guarded(_:)`` put there.
  public static func unguarded(_ text: String) -> String {
    guard text.utf8.first == UInt8(ascii: "'"), isTempting(text) else { return text }
    return String(text.unicodeScalars.dropFirst())
  }

  /// Whether a text, but for leading apostrophes, starts a formula (also in full width, which
  /// Excel obeys in East Asian settings) or is digits that Excel would round, shorten or turn to 6.123E+48.
  private static func isTempting(_ text: String) -> Bool {
    let core = text.utf8.drop { $0 == UInt8(ascii: "'") }
    if CellText.wordsForNothing.contains(String(Substring(core))) { return true }
    guard let first = Substring(core).unicodeScalars.first else { return false }
    switch first {
    case "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠": return true
    case "0"..."9": return isSpoiled(core)
    default: return false
    }
  }

  /// Digits with a zero in front, twelve or more of them, or with one `e` between: shown or kept otherwise.
  private static func isSpoiled(_ digits: Substring.UTF8View) -> Bool {
    let parts = digits.split(omittingEmptySubsequences: false) { $0 | 0x20 == UInt8(ascii: "e") }
    guard parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { (0x30...0x39).contains($0) } }) else {
      return false
    }
    switch parts.count {
    case 1: return digits.count >= 12 || (digits.count > 1 && digits.first == 0x30)
    case 2: return true
    default: return false
    }
  }
}
