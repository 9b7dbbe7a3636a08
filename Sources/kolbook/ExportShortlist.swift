import ArgumentParser
import Domain
import UseCases

struct ExportShortlist: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shortlist",
    abstract: "Export a saved shortlist as it was decided, for approval.",
    discussion: """
      EXAMPLES
        kolbook export shortlist spring -o spring.xlsx     to forward, fill in and import
        kolbook export shortlist spring -o spring.xlsx --headers zh
        kolbook export shortlist spring -o spring.csv
        kolbook export shortlist spring --format json
      """)

  @Argument(help: "Its name.") var name: String
  @OptionGroup var file: ExportOptions
  @OptionGroup var options: BookOptions

  func run() throws {
    let book = try options.open()
    let list = try book.shortlist(name)
    let listing = list.listing
    try file.write(
      "\(Counted.text(list.picks.count, "creator")), \(list.spend)", as: options.format,
      .init(
        excel: listing.excelCSV, csv: listing.csv, tsv: listing.tsv, json: list.json,
        workbook: { try book.workbook(of: list, $0) }))
  }
}
