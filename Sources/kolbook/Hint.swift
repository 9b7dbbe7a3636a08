import ArgumentParser
import Domain

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
      if word == "help", !children.isEmpty { continue }
      guard !children.isEmpty, !word.hasPrefix("-") else {
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
      Spelling.nearest(word, among: names).map { "\(sentence); did you mean \(group)\($0)?" }
        ?? sentence,
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
      Spelling.nearest(wrong, among: known.sorted()).map { "\(sentence); did you mean \($0)?" }
        ?? sentence,
      path.joined(separator: " ") + " --help"
    )
  }
}
