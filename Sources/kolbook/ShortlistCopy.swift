import ArgumentParser
import UseCases

struct ShortlistCopy: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "copy",
    abstract: "Keep a shortlist under a second name.",
    discussion: """
      EXAMPLES
        kolbook shortlist copy spring spring-approved
      """)

  @Argument(help: "Its name.") var name: String
  @Argument(help: "The name of the copy.") var copy: String
  @OptionGroup var options: BookOptions

  func run() throws {
    try options.open().copyShortlist(name, as: copy)
    options.done("copied \(name) to \(copy)")
  }
}
