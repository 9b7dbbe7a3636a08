import ArgumentParser

/// A command of the plainest kind, read without the argument library.
///
/// The library's first use costs more than all else that showing a card needs, and that is felt at every
/// card. So the two commands that must answer at once are read here if they are written plainly; every other
/// spelling, and every mistake, is the library's.
enum PlainWords {
  /// `show` of one creator, in any order with the options of every command.
  ///
  /// - Returns: `nil` when the words are anything else.
  static func show(_ arguments: [String]) -> Show? {
    var options = BookOptions()
    (options.book, options.format, options.person) = (nil, .table, nil)
    var words: [String] = []
    var rest = arguments[...]
    while let word = rest.popFirst() {
      guard word.hasPrefix("-") else {
        words.append(word)
        continue
      }
      guard let value = rest.popFirst(), !value.hasPrefix("-") else { return nil }
      switch word {
      case "--book": options.book = value
      case "--as": options.person = value
      case "--format":
        guard let format = BookOptions.Format(rawValue: value) else { return nil }
        options.format = format
      default: return nil
      }
    }
    guard words.count == 2, words[0] == "show" else { return nil }
    var show = Show()
    (show.creator, show.history, show.options) = (words[1], false, options)
    return show
  }
}
