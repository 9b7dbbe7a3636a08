import ArgumentParser
import Domain
import UseCases

struct ShortlistDrop: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drop",
    abstract: "Say who is not to be on a shortlist when it is planned anew.",
    discussion: """
      EXAMPLES
        kolbook shortlist drop spring 桃桃
        kolbook shortlist drop spring 桃桃 --undo
      """)

  @Argument(help: "Its name.") var name: String
  @Argument(help: "Creators: ids, 小红书号, links, or (parts of) nicknames.")
  var creators: [String]
  @Flag(help: "Take back what was said of them.") var undo = false
  @OptionGroup var options: BookOptions

  func run() throws {
    let who = try options.open().markShortlist(name, creators, undo ? nil : .dropped)
    options.done("\(undo ? "free again" : "dropped"): \(who.joined(separator: ", "))")
  }
}
