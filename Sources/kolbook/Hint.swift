import ArgumentParser

/// A default subcommand whose first word is a name: any word may stand where a subcommand could.
protocol NameFirst {}

/// What a mistyped subcommand may have meant; argument-parser says this of options only.
enum Hint {
  /// What to say when a word stands where a subcommand should and is none, else `nil`.
  static func forMistypedCommand(
    _ arguments: ArraySlice<String>
  ) -> (sentence: String, next: String)? {
    var command: any ParsableCommand.Type = Kolbook.self
    var path = ["kolbook"]
    var rest = arguments
    while let word = rest.popFirst() {
      // The options of every command may stand before it, each with a word of its own.
      if ["--book", "--format", "--as"].contains(word) {
        rest = rest.dropFirst()
        continue
      }
      let children = command.configuration.subcommands
      guard !children.isEmpty, !word.hasPrefix("-"), word != "help" else { return nil }
      let namesFirst = command.configuration.defaultSubcommand is any NameFirst.Type
      if let child = children.first(where: { $0._commandName == word }) {
        command = child
        path.append(word)
      } else if namesFirst {
        return nil
      } else {
        return words(for: word, among: children.map { $0._commandName }, under: path)
      }
    }
    return nil
  }

  private static func words(
    for word: String, among names: [String], under path: [String]
  ) -> (sentence: String, next: String) {
    let near = names.map { (distance(word, $0), $0) }.filter { $0.0 <= 2 }.min { $0 < $1 }
    let group = path.dropFirst().map { $0 + " " }.joined()
    let sentence = "there is no command \(group)\(word)"
    return (
      near.map { "\(sentence); did you mean \(group)\($0.1)?" } ?? sentence,
      path.joined(separator: " ") + " --help"
    )
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
