import ArgumentParser
import UseCases

struct StatementShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show the lines of a statement as they were read.",
    discussion: """
      EXAMPLES
        kolbook statement show 1
        kolbook statement show 1 --format csv
      """)

  @Argument(help: "Its number.") var number: Int64
  @OptionGroup var options: BookOptions

  func run() throws {
    options.write(try options.open().statementLines(number))
  }
}
