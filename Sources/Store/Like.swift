/// Text inside a LIKE pattern.
enum Like {
  /// The text with LIKE's own signs made ordinary; the pattern says `ESCAPE '\'`.
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      if character == "%" || character == "_" || character == "\\" { result.append("\\") }
      result.append(character)
    }
    return result
  }
}
