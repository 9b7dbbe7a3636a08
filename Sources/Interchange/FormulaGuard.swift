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

  /// The text as a cell of a workbook, which neither runs nor changes texts: with an apostrophe in front
  /// only where ``unguarded(_:)`` would take one off, or where it is a word for nothing.
  static func inWorkbook(_ text: String) -> String {
    let isWord = text.utf8.count <= 15 && CellText.wordsForNothing.contains(text)
    return isWord || unguarded(text) != text ? "'" + text : text
  }

  /// Whether a text, but for leading apostrophes, starts a formula (also in full width, which
  /// Excel obeys in East Asian settings) or is digits that Excel would round, shorten or turn to 6.123E+48.
  private static func isTempting(_ text: String) -> Bool {
    let core = text.utf8.drop { $0 == UInt8(ascii: "'") }
    guard let first = core.first else { return false }
    switch first {
    case 0x30...0x39: return isSpoiled(core)
    // Most texts: an ASCII letter that starts none of the words, or an ideograph as far as U+5EFF.
    case 0x41...0x4D, 0x4F...0x5A, 0x61...0x6D, 0x6F...0x7A, 0xE4: return false
    default: break
    }
    if CellText.wordsForNothing.contains(String(Substring(core))) { return true }
    let starts: [Unicode.Scalar] = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"]
    return Substring(core).unicodeScalars.first.map(starts.contains) ?? false
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
