import ArgumentParser
import UseCases

struct ShortlistShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a shortlist as it was decided.",
    discussion: """
      EXAMPLES
        kolbook shortlist show spring
        kolbook shortlist show spring --format json
      """)

  @Argument(help: "Its name.") var name: String
  @OptionGroup var options: BookOptions

  func run() throws {
    ShortlistOutput.write(try options.open().shortlist(name), options)
  }
}
