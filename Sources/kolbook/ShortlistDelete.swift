import ArgumentParser
import UseCases

struct ShortlistDelete: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "delete",
    abstract: "Remove a shortlist; orders booked from it stay.",
    discussion: """
      EXAMPLES
        kolbook shortlist delete spring
      """)

  @Argument(help: "Its name.") var name: String
  @OptionGroup var options: BookOptions

  func run() throws {
    try options.open().deleteShortlist(name)
    options.done("deleted \(name)")
  }
}
