import ArgumentParser
import Domain

struct ShortlistLock: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lock",
    abstract: "Say who stays on a shortlist when it is planned anew.",
    discussion: """
      EXAMPLES
        kolbook shortlist lock spring 大山 小鹿7
        kolbook shortlist lock spring 大山 --undo
      """)

  @OptionGroup var asked: MarkOptions

  func run() throws { try asked.say(.locked) }
}
