import ArgumentParser

/// A default subcommand whose first word is a name: any word may stand where a subcommand could.
protocol NameFirst {}

/// What a mistyped word may have meant. Argument-parser says this of options only, and not while another
/// one is missing.
enum Hint {
  /// What to say when a word stands where a subcommand should and is none, or an option is none, else `nil`.
  static func forMistyped(
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
      guard !children.isEmpty, !word.hasPrefix("-"), word != "help" else {
        return forMistypedOption([word] + rest, of: command, path)
      }
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
    let group = path.dropFirst().map { $0 + " " }.joined()
    let sentence = "there is no command \(group)\(word)"
    return (
      nearest(word, names).map { "\(sentence); did you mean \(group)\($0)?" } ?? sentence,
      path.joined(separator: " ") + " --help"
    )
  }

  private static func forMistypedOption(
    _ words: [String], of command: any ParsableCommand.Type, _ path: [String]
  ) -> (sentence: String, next: String)? {
    let asked = command.configuration.defaultSubcommand ?? command
    let known = Set(
      Kolbook.helpMessage(for: asked, includeHidden: true).matches(of: /--[a-z-]+/).map {
        String($0.0)
      })
    let options = words.prefix { $0 != "--" }.filter { $0.hasPrefix("--") }
    let names = options.map { String($0.prefix { $0 != "=" }) }
    guard let wrong = names.first(where: { !known.contains($0) }) else { return nil }
    let sentence = "there is no option \(wrong)"
    return (
      nearest(wrong, known.sorted()).map { "\(sentence); did you mean \($0)?" } ?? sentence,
      path.joined(separator: " ") + " --help"
    )
  }

  private static func nearest(_ word: String, _ names: [String]) -> String? {
    names.map { (distance(word, $0), $0) }.filter { $0.0 <= 2 }.min { $0 < $1 }?.1
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
