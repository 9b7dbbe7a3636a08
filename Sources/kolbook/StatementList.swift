import ArgumentParser
import UseCases

struct StatementList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the statements that are kept, and which of them audits use.",
    discussion: """
      EXAMPLES
        kolbook statement list
        kolbook statement list --format csv

      The SHA-256 is that of the file, as sha256sum prints it.
      """)

  @OptionGroup var options: BookOptions

  func run() throws {
    options.write(
      try options.open().statements(), none: "no statements",
      next: "kolbook reconcile 2026Q3 STATEMENT.xlsx")
  }
}
