import ArgumentParser
import UseCases

struct ShortlistList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the shortlists that are kept, newest first.",
    discussion: """
      EXAMPLES
        kolbook shortlist list
      """)

  @OptionGroup var options: BookOptions

  func run() throws {
    options.write(
      try options.open().shortlists(), none: "no shortlists",
      next: "kolbook shortlist --budget 30万 --save NAME")
  }
}
