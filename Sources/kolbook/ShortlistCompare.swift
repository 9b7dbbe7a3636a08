import ArgumentParser
import UseCases

struct ShortlistCompare: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Show who was added, dropped or changed between two shortlists.",
    discussion: """
      EXAMPLES
        kolbook shortlist compare spring spring-2
      """)

  @Argument(help: "The first.") var first: String
  @Argument(help: "The second.") var second: String
  @OptionGroup var options: BookOptions

  func run() throws {
    let changes = try options.open().compareShortlists(first, second)
    options.write(changes)
    if options.format == .table {
      Talk.say(Counted.text(changes.rows.count, "difference"))
    }
  }
}
