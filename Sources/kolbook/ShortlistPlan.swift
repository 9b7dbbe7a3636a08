import ArgumentParser
import Domain
import UseCases

struct ShortlistPlan: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Find the best shortlist that a budget can buy; the default.",
    discussion: """
      EXAMPLES
        kolbook shortlist plan --budget 30万 --save spring
        kolbook shortlist --budget 30万 --category 美妆 --category 护肤 --min-rating 3
        kolbook shortlist --budget 8万 --by heads --mix 80/20/0 --formats image
        kolbook shortlist --budget 30万 --include 鹿小厨房 --exclude 桃桃,kb12 --format json

      The cost of a pick is its quote and the brand-side service fee. "optimal" is said only when \
      an exact bound proves that no better list exists. When nothing fits, it says why, in money, \
      and ends with exit code 2.
      """)

  @OptionGroup var request: RequestOptions
  @Option(help: ArgumentHelp("Keep the list under this name.", valueName: "name"))
  var save: String?
  @Option(help: ArgumentHelp("How long to search at the most.", valueName: "seconds"))
  var timeLimit: UInt32 = 10
  @OptionGroup var options: BookOptions

  func run() throws {
    let book = try options.open()
    let name = save.map(Key.normalised)
    if name == "" { throw ValidationError("--save: the name is empty") }
    Interrupt.listen()
    let clock = SearchClock(limit: timeLimit)
    let outcome = try book.plan(try request.asked(), saveAs: name) { clock.isOver() }
    Progress.end()
    try ShortlistOutput.write(outcome, options)
    if let name, outcome.list != nil {
      options.done("kept as \(name)")
      options.done("next: " + CommandText.line("export", "shortlist", name, "-o", name + ".csv"))
    }
  }
}
