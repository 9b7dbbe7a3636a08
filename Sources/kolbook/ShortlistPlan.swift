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
        kolbook shortlist --budget 30万 --max-per-mcn 3 \\
          --category-min 'beauty=30% of spend'
        kolbook shortlist --budget 8万 --by heads --mix 80/20/0 --formats image
        kolbook shortlist --budget 30万 --input offers.csv --format json --proof
        kolbook shortlist --budget 30万 --reasons
        kolbook shortlist --budget 30万 --include 鹿小厨房 --exclude 桃桃,kb12 --format json

      The cost of a pick is its quote and the brand-side service fee. "optimal" is said only when \
      an exact bound proves that no better list exists. When nothing fits, it says why, in money, \
      and ends with exit code 2.

      --max-per-mcn doesn't limit those without an MCN. --category-min beauty=30% asks that 30 % \
      of the people be of a category, 'beauty=30% of spend' that they get 30 % of what is spent; \
      someone of several categories counts towards each.

      --reasons plans again for each pick that could drop out, each wish left out, other budgets, \
      and tries at which quote the nearest others would come onto the list. It has as much time as \
      the search.

      --input plans from a file without a book, by the shipped tiers, categories and fee rate: a \
      row per creator and note in the columns creator_id, nickname, followers, engagement_rate, \
      fee (yuan) or fee_fen, category, agency, rating, format. A fee of 0 is an offer for the \
      product alone, an empty one none; "-" is standard input.
      """)

  @OptionGroup var request: RequestOptions
  @Option(help: ArgumentHelp("Plan from a file of offers, not a book.", valueName: "file"))
  var input: String?
  @Option(help: ArgumentHelp("Keep the list under this name.", valueName: "name"))
  var save: String?
  @Option(help: ArgumentHelp("Assign the kept list to this campaign.", valueName: "name"))
  var campaign: String?
  @Flag(help: "Say why: what each pick, each wish and the budget does. Takes its time.")
  var reasons = false
  @Option(help: ArgumentHelp("How long to search at the most.", valueName: "seconds"))
  var timeLimit: UInt32 = 10
  @Flag(help: "Add to --format json what a check by other means needs.") var proof = false
  @OptionGroup var options: BookOptions

  func validate() throws {
    if proof, options.format != .json { throw ValidationError("--proof goes with --format json") }
    if input != nil, save != nil { throw ValidationError("--save needs a book, not --input") }
    if campaign != nil, save == nil { throw ValidationError("--campaign goes with --save") }
    if input != nil, options.book != nil {
      throw ValidationError("--input and --book can't go together")
    }
    if reasons, options.format == .csv || options.format == .tsv {
      throw ValidationError("--reasons are written as a table or JSON, not as rows of picks")
    }
  }

  func run() throws {
    let name = save.map(Key.normalised)
    if name == "" { throw ValidationError("--save: the name is empty") }
    Interrupt.listen()
    let clock = SearchClock(limit: timeLimit)
    var asked = try request.asked()
    asked.withProof = proof
    let why = reasons ? SearchClock(limit: timeLimit, "working out the reasons for ").isOver : nil
    let outcome =
      if let input {
        try asked.plan(
          from: InputFile(path: input), now: Environment.now(), actor: options.actor(), reasons: why
        ) { clock.isOver() }
      } else {
        try options.open().plan(asked, saveAs: name, campaign: campaign, reasons: why) {
          clock.isOver()
        }
      }
    Progress.end()
    try ShortlistOutput.write(outcome, options)
    if reasons, outcome.reasons == nil {
      Talk.say("no reasons: only a proven list has them; give it more time with --time-limit")
    }
    if let name, outcome.list != nil {
      options.done("kept as \(name)")
      options.done("next: " + CommandText.line("export", "shortlist", name, "-o", name + ".xlsx"))
    }
  }
}
