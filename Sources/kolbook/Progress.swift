/// How far long work has come, on standard error, and only where a person reads along.
enum Progress {
  /// Shows a count in place of the last one.
  static func show(_ count: Int, _ thing: String, before words: String = "") {
    guard Talk.isTerminal else { return }
    Talk.hint("\r\(words)\(Counted.text(Int64(count), thing)) …")
  }

  /// Takes the last count away.
  static func end() {
    guard Talk.isTerminal else { return }
    Talk.hint("\r\u{1B}[K")
  }
}
