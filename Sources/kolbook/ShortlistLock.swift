import ArgumentParser
import Domain
import UseCases

struct ShortlistLock: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lock",
    abstract: "Say who stays on a shortlist when it is planned anew.",
    discussion: """
      EXAMPLES
        kolbook shortlist lock spring 大山 小鹿7
        kolbook shortlist lock spring 大山 --undo
      """)

  @Argument(help: "Its name.") var name: String
  @Argument(help: "Creators on it: ids, 小红书号, links, or (parts of) nicknames.")
  var creators: [String]
  @Flag(help: "Take back what was said of them.") var undo = false
  @OptionGroup var options: BookOptions

  func run() throws {
    let who = try options.open().markShortlist(name, creators, undo ? nil : .locked)
    options.done("\(undo ? "free again" : "locked"): \(who.joined(separator: ", "))")
  }
}
