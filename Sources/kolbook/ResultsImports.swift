import ArgumentParser
import UseCases

struct ResultsImports: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "imports",
    abstract: "List the files of results that said something new, the newest first.",
    discussion: """
      EXAMPLES
        kolbook results imports
        kolbook results imports --format csv
      """)

  @OptionGroup var options: BookOptions

  func run() throws {
    options.write(
      try options.open().resultImports(), none: "no results", next: "kolbook results import FILE")
  }
}
