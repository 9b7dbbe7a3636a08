import ArgumentParser

struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract:
      "Write a shortlist or creators as a file for Excel, or as CSV, TSV or JSON for programs.",
    discussion: """
      EXAMPLES
        kolbook export shortlist spring -o spring.xlsx
        kolbook export creators -o creators.xlsx
        kolbook export creators --tier micro --format json
      """,
    subcommands: [ExportShortlist.self, ExportCreators.self])
}
