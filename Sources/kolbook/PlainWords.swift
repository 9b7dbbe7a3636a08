/// A command of the plainest kind, read without the argument library.
///
/// The library's first use costs more than all else that showing a card needs, and that is felt at every
/// card. So the two commands that must answer at once are read here if they are written plainly; every other
/// spelling, and every mistake, is the library's.
enum PlainWords {
  /// What `show` was asked for.
  struct Card {
    var words: String
    var choice: Choice
  }

  /// The options of every command.
  struct Choice: BookChoice {
    var book: String?
    var format = BookOptions.Format.table
    var person: String?
  }

  /// `show` of one creator, in any order with the options of every command.
  ///
  /// - Returns: `nil` when the words are anything else.
  static func card(_ arguments: [String]) -> Card? {
    var choice = Choice()
    var words: [String] = []
    var rest = arguments[...]
    while let word = rest.popFirst() {
      guard word.hasPrefix("-") else {
        words.append(word)
        continue
      }
      guard let value = rest.popFirst(), !value.hasPrefix("-") else { return nil }
      switch word {
      case "--book": choice.book = value
      case "--as": choice.person = value
      case "--format":
        guard let format = BookOptions.Format(rawValue: value) else { return nil }
        choice.format = format
      default: return nil
      }
    }
    guard words.count == 2, words[0] == "show" else { return nil }
    return Card(words: words[1], choice: choice)
  }
}
