import ArgumentParser
import UseCases

struct ReferenceShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show the tables of reference data, or the rows of one with their sources.",
    discussion: """
      EXAMPLES
        kolbook reference show
        kolbook reference show fee_rate
        kolbook reference show tier --format csv > my-tiers.csv
      """)

  @Argument(help: "tier, category, category_word, fee_rate, ad_benchmark or playbook.")
  var table: String?
  @OptionGroup var options: BookOptions

  func run() throws {
    let book = try options.open()
    guard let table else { return options.write(try book.referenceTables()) }
    let rows = try book.reference(table)
    options.write(options.format == .table ? rows.listing : rows.raw)
  }
}
