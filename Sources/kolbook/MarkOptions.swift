import ArgumentParser
import Domain
import UseCases

/// Whom `lock` and `drop` are about.
struct MarkOptions: ParsableArguments {
  @Argument(help: "Its name.") var name: String
  @Argument(help: "Creators: ids, 小红书号, links, or (parts of) nicknames.")
  var creators: [String]
  @Flag(help: "Take back what was said of them.") var undo = false
  @OptionGroup var options: BookOptions

  /// Marks them, or takes their marks back.
  func say(_ mark: ShortlistMark) throws {
    let who = try options.open().markShortlist(name, creators, undo ? nil : mark)
    options.done("\(undo ? "free again" : mark.rawValue): \(who.joined(separator: ", "))")
  }
}
