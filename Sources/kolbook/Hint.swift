import ArgumentParser

/// What a mistyped subcommand may have meant; argument-parser says this of options only.
enum Hint {
  /// A sentence when the first word is no subcommand, else `nil`.
  static func forMistypedCommand() -> String? {
    guard let word = CommandLine.arguments.dropFirst().first, !word.hasPrefix("-") else {
      return nil
    }
    let names = Kolbook.configuration.subcommands.map { $0._commandName } + ["help"]
    guard !names.contains(word) else { return nil }
    let near = names.map { (distance(word, $0), $0) }.filter { $0.0 <= 2 }.min { $0 < $1 }
    return near.map { "there is no command \(word); did you mean \($0.1)?" }
      ?? "there is no command \(word)"
  }

  /// How many letters to insert, drop, replace or swap to make one word of the other.
  static func distance(_ left: String, _ right: String) -> Int {
    let (left, right) = (Array(left), Array(right))
    var rows = [Array(0...right.count)]
    for (i, letter) in left.enumerated() {
      var row = [i + 1]
      for (j, other) in right.enumerated() {
        var best = min(row[j], rows[i][j + 1]) + 1
        best = min(best, rows[i][j] + (letter == other ? 0 : 1))
        if i > 0, j > 0, letter == right[j - 1], left[i - 1] == other {
          best = min(best, rows[i - 1][j - 1] + 1)
        }
        row.append(best)
      }
      rows.append(row)
    }
    return rows[left.count][right.count]
  }
}
