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

  /// Whether a look at each sign is worth it: the harmful ones begin with one of these bytes, as many
  /// another does.
  private static func mayHarm(_ text: String) -> Bool {
    text.utf8.contains { byte in
      switch byte {
      case 0x09, 0x0A: false
      case 0..<0x20, 0x7F, 0xC2, 0xE2: true
      default: false
      }
    }
  }

  /// Whether a sign is shown by another, one column wide, in its place.
  static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
