import Domain

/// How many columns of a terminal a text takes: Chinese characters and emoji take two.
enum DisplayWidth {
  /// The columns of a text in one line.
  static func columns(_ text: String) -> Int {
    // Most cells are ids and figures: visible ASCII, one column a byte.
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text.utf8.count }
    return text.reduce(0) { $0 + columns($1) }
  }

  /// The text cut to at most so many columns, with an ellipsis where it was cut.
  static func cut(_ text: String, to limit: Int) -> String {
    guard columns(text) > limit else { return text }
    var result = ""
    var used = 0
    for character in text {
      let width = columns(character)
      guard used + width <= limit - 1 else { break }
      result.append(character)
      used += width
    }
    return result + "…"
  }

  private static func columns(_ character: Character) -> Int {
    let scalars = character.unicodeScalars
    if scalars.contains(where: \.isWide) || scalars.contains("\u{FE0F}") { return 2 }
    return scalars.allSatisfy(isInvisible) ? 0 : 1
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    guard !Harmless.isHarmful(scalar) else { return false }
    return switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: true
    default: false
    }
  }
}
