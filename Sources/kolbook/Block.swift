import ArgumentParser
import Domain
import UseCases

struct Block: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "block",
    abstract: "Keep a creator out of shortlists.",
    discussion: """
      EXAMPLES
        kolbook block 鹿小厨房 --reason "bought followers"
      """)

  @Argument(help: "An id, 小红书号, link, or (part of) a nickname.") var creator: String
  @Option(help: "Why; kept as a note.") var reason: String
  @OptionGroup var options: BookOptions

  func run() throws {
    let book = try options.open()
    let blocked = try book.exclude(
      creator, .blocked(since: book.today, reason: Key.normalised(reason)))
    options.done("blocked \(blocked.id)", blocked)
  }
}

struct Unblock: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unblock",
    abstract: "Let a blocked creator in again.",
    discussion: """
      EXAMPLES
        kolbook unblock 鹿小厨房 --reason "cleared with the MCN"
      """)

  @Argument(help: "An id, 小红书号, link, or (part of) a nickname.") var creator: String
  @Option(help: "Why; kept as a note.") var reason: String
  @OptionGroup var options: BookOptions

  func run() throws {
    let unblocked = try options.open().unblock(creator, reason: Key.normalised(reason))
    options.done(unblocked.isNew ? "unblocked" : "nobody was blocked", unblocked)
  }
}
