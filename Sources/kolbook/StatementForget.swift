import ArgumentParser
import UseCases

struct StatementForget: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget",
    abstract: "Forget a statement; one that it replaced is used again.",
    discussion: """
      EXAMPLES
        kolbook statement forget 1
      """)

  @Argument(help: "Its number.") var number: Int64
  @OptionGroup var options: BookOptions

  func run() throws {
    options.done("forgot \(try options.open().forgetStatement(number))")
  }
}
