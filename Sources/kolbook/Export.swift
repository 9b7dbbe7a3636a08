import ArgumentParser

struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write creators as a file for Excel, or as CSV, TSV or JSON for programs.",
    discussion: """
      EXAMPLES
        kolbook export creators -o creators.csv
        kolbook export creators --tier micro --format json
      """,
    subcommands: [ExportCreators.self])
}
