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
        kolbook reference show layout --format csv > my-layout.csv
        kolbook reference show field

      layout tells how other people's lists are read, field what a column can mean; your own \
      layouts are for kolbook import --layout-file.
      """)

  @Argument(
    help:
      """
      tier, category, category_word, fee_rate, ad_benchmark, playbook, usd_rate, mcn_share, layout \
      or field.
      """
  )
  var table: String?
  @OptionGroup var options: BookOptions

  func run() throws {
    let book = try options.open()
    guard let table else { return options.write(try book.referenceTables()) }
    let rows = try book.reference(table)
    options.write(options.format == .table ? rows.listing : rows.raw)
  }
}
