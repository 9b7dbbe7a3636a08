import ArgumentParser
import UseCases

struct ExportCreators: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "creators",
    abstract: "Export creators in kolbook's own columns; importing the file changes nothing.",
    discussion: """
      EXAMPLES
        kolbook export creators -o creators.xlsx   to edit in Excel and import again
        kolbook export creators -o creators.csv
        kolbook export creators --min-rating 4 --category 美妆 --format json
        kolbook export creators | wc -l
      """)

  @OptionGroup var search: SearchOptions
  @OptionGroup var export: ExportOptions
  @OptionGroup var options: BookOptions

  func run() throws {
    let book = try options.open()
    Interrupt.listen()
    let creators = try Pace.show("name") { names in
      try Pace.show("creator") {
        try book.exportCreators(search.asked, indexing: names, progress: $0)
      }
    }
    try export.file.write(
      Counted.text(Int64(creators.count), "creator"), as: options.format,
      .init(
        excel: creators.excelCSV, csv: creators.csv, tsv: creators.tsv, json: creators.json,
        workbook: {
          try Pace.show("row") { show in
            try creators.xlsx(export.language) { count, total in
              try Interrupt.check()
              show(count, total)
            }
          }
        }))
  }
}
