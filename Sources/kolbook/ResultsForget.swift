import ArgumentParser
import UseCases

struct ResultsForget: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget",
    abstract: "Take out what an import of results added.",
    discussion: """
      EXAMPLES
        kolbook results forget 3

      A title, link or creator that it told of a note which other imports know too stays.
      """)

  @Argument(help: "The number of the import.") var number: Int64
  @OptionGroup var options: BookOptions

  func run() throws {
    try options.open().forgetResults(number)
    options.done("import \(number) is forgotten")
  }
}
