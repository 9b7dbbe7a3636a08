import Domain

/// Text that a terminal shows and never obeys.
enum Harmless {
  /// The text with control characters made visible: ESC becomes ␛. Line ends and tabs stay.
  ///
  /// Marks that turn the writing direction are dropped: they could make one name look like another.
  static func text(_ text: String) -> String {
    guard mayHarm(text), text.unicodeScalars.contains(where: isHarmful) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      guard isHarmful(scalar) else {
        result.append(scalar)
        continue
      }
      if scalar.value < 0x20, let picture = Unicode.Scalar(0x2400 + scalar.value) {
        result.append(picture)
      } else {
        result.append("\u{FFFD}")
      }
    }
    return String(result)
  }

  /// Whether a look at each sign is worth it.
  private static func mayHarm(_ text: String) -> Bool {
    text.utf8.contains { $0 != 0x09 && $0 != 0x0A && TerminalSigns.mayBegin(with: $0) }
  }

  /// Whether a sign is shown by another, one column wide, in its place.
  static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    scalar != "\t" && scalar != "\n" && TerminalSigns.contains(scalar)
  }
}
