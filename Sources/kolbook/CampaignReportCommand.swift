import ArgumentParser
import Domain
import UseCases

struct CampaignReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Report what a campaign cost, what it reached and what it returned.",
    discussion: """
      EXAMPLES
        kolbook campaign report 618
        kolbook campaign report 618 -o 618.html   one page with charts, to forward
        kolbook campaign report 618 -o 618.xlsx
        kolbook campaign report 618 --as-of 2027-06-18 --format json

      Money of creators is the books', of ads and results what was imported by that day \
      (kolbook results import). Each figure says what it is made of; what is not known is left out \
      or null, and never 0.
      """)

  @Argument(help: "Its name.") var name: String
  @Option(help: ArgumentHelp("Through this day; today if not said.", valueName: "day"))
  var asOf: Day?
  @OptionGroup var file: FileOptions
  @OptionGroup var options: BookOptions

  func run() throws {
    let report = try options.open().campaignReport(name, asOf: asOf)
    guard file.output != nil || options.format != .table else {
      return Output.write(CampaignReportText.text(of: report))
    }
    let whole = report.whole
    try file.write(
      "the report of \(report.card.campaign.name) as of \(report.card.asOf)", as: options.format,
      .init(
        excel: whole.excelCSV, csv: whole.csv, tsv: whole.tsv, json: report.json,
        workbook: report.workbook, page: report.page))
  }
}
