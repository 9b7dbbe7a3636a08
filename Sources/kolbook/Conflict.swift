import ArgumentParser
import Domain
import UseCases

struct Conflict: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "conflict",
    abstract: "Keep a creator out while a competitor's campaign runs.",
    discussion: """
      EXAMPLES
        kolbook conflict 鹿小厨房 --until 2026-12-31 --reason "rival launch"
        kolbook conflict 鹿小厨房 --end
      """)

  @Argument(help: "An id, 小红书号, link, or (part of) a nickname.") var creator: String
  @Option(help: ArgumentHelp("The last day of the window.", valueName: "day")) var until: Day?
  @Option(help: "Why; kept as a note.") var reason: String?
  @Flag(help: "End the window now.") var end = false
  @OptionGroup var options: BookOptions

  func validate() throws {
    let isWindow = until != nil && reason != nil
    guard end ? until == nil && reason == nil : isWindow else {
      throw ValidationError("wanted --until DAY with --reason WHY, or --end alone")
    }
  }

  func run() throws {
    let book = try options.open()
    guard let until, let reason else {
      let ended = try book.endConflict(creator)
      return options.done(ended.isNew ? "ended the window" : "there was no window", ended)
    }
    let kept = try book.exclude(creator, .conflict(until: until, reason: Key.normalised(reason)))
    options.done("\(kept.id) is kept out through \(until)", kept)
  }
}
