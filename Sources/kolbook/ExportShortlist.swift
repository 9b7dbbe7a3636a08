import ArgumentParser
import Domain
import UseCases

struct ExportShortlist: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shortlist",
    abstract: "Export a saved shortlist as it was decided, for approval.",
    discussion: """
      EXAMPLES
        kolbook export shortlist spring -o spring.xlsx   to fill in and import
        kolbook export shortlist spring -o spring.xlsx --headers zh
        kolbook export shortlist spring -o spring.html   one page to forward
        kolbook export shortlist spring -o spring.csv
        kolbook export shortlist spring --format json

      The page says why each is on the list, which takes planning again, 10 seconds at the most.
      """)

  @Argument(help: "Its name.") var name: String
  @OptionGroup var export: ExportOptions
  @OptionGroup var options: BookOptions

  func run() throws {
    let book = try options.open()
    let list = try book.shortlist(name)
    let listing = list.listing
    try export.file.write(
      "\(Counted.text(list.picks.count, "creator")), \(list.spend)", as: options.format,
      .init(
        excel: listing.excelCSV, csv: listing.csv, tsv: listing.tsv, json: list.json,
        workbook: { try book.workbook(of: list, export.language) },
        page: {
          let search = SearchClock(limit: 10)
          let reasons = SearchClock(limit: 10, "working out the reasons for ")
          defer { Progress.end() }
          return try book.page(of: list, reasons: reasons.isOver) { search.isOver() }
        }))
  }
}
