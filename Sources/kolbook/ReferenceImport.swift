import ArgumentParser
import UseCases

struct ReferenceImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Put your own rows in place of a table's; rates and shares are added to those there.",
    discussion: """
      EXAMPLES
        kolbook reference import tier my-tiers.csv
        kolbook reference import fee_rate 2027.csv --dry-run
        kolbook reference import usd_rate rates.csv       from_date,cny_per_usd
        kolbook reference import mcn_share shares.csv     mcn,from_date,share_bp

      The columns are those that kolbook reference show TABLE --format csv writes, in any order; \
      amounts in fen, rates in basis points. Without source a row is yours, without as_of of today.
      """)

  @Argument(
    help: "tier, category, category_word, fee_rate, ad_benchmark, playbook, usd_rate or mcn_share.")
  var table: String
  @Argument(help: ArgumentHelp("A CSV file; - for standard input.", valueName: "file"))
  var file: String
  @Flag(help: "Do everything but keep it.") var dryRun = false
  @OptionGroup var options: BookOptions

  func run() throws {
    let change = try options.open().replaceReference(
      table, with: InputFile(path: file), isDryRun: dryRun)
    options.done(
      "\(change.table): \(Counted.text(Int64(change.rows), "row")), \(change.added) of them new"
        + (dryRun ? "; a dry run, nothing was kept" : ""))
  }
}
