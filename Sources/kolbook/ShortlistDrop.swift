import ArgumentParser
import Domain

struct ShortlistDrop: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drop",
    abstract: "Say who is not to be on a shortlist when it is planned anew.",
    discussion: """
      EXAMPLES
        kolbook shortlist drop spring 桃桃
        kolbook shortlist drop spring 桃桃 --undo
      """)

  @OptionGroup var asked: MarkOptions

  func run() throws { try asked.say(.dropped) }
}
