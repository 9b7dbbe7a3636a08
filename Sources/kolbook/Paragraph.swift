/// Words in lines of a comfortable length.
enum Paragraph {
  /// How many columns a line may have.
  private static let width = 100

  /// The text broken at spaces, lines after the first indented.
  static func text(_ text: String, indent: Int) -> String {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, DisplayWidth.columns(line) + DisplayWidth.columns(String(word)) >= width {
        lines.append(line)
        line = String(repeating: " ", count: indent) + word
      } else {
        line += (line.isEmpty ? "" : " ") + word
      }
    }
    return (lines + [line]).joined(separator: "\n")
  }
}
