import ArgumentParser
import Domain
import UseCases

struct ExportShortlist: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shortlist",
    abstract: "Export a saved shortlist as it was decided, for approval.",
    discussion: """
      EXAMPLES
        kolbook export shortlist spring -o spring.csv      for Excel
        kolbook export shortlist spring --format json
      """)

  @Argument(help: "Its name.") var name: String
  @OptionGroup var file: ExportOptions
  @OptionGroup var options: BookOptions

  func run() throws {
    let list = try options.open().shortlist(name)
    let listing = list.listing
    try file.write(
      "\(Counted.text(list.picks.count, "creator")), \(list.spend)", as: options.format,
      excel: listing.excelCSV, csv: listing.csv, tsv: listing.tsv, json: list.json)
  }
}
