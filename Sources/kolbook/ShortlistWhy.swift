import ArgumentParser
import Domain
import UseCases

struct ShortlistWhy: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why",
    abstract: "Say why a shortlist has who it has, and what if.",
    discussion: """
      EXAMPLES
        kolbook shortlist why spring
        kolbook shortlist why spring --prices-as-decided --format json

      Each figure comes from planning again: for each pick that could drop out, each wish left \
      out, other budgets; and the quote is tried at which the nearest others would come onto the \
      list. Whoever is locked stays and whoever is dropped is left out.
      """)

  @Argument(help: "Its name.") var name: String
  @Flag(help: "Take the picks' prices and values as they were decided, not those of today.")
  var pricesAsDecided = false
  @Option(help: ArgumentHelp("How long to take for either part at the most.", valueName: "seconds"))
  var timeLimit: UInt32 = 10
  @OptionGroup var options: BookOptions

  func validate() throws {
    guard options.format == .table || options.format == .json else {
      throw ValidationError("reasons are written as a table or JSON, not as rows of picks")
    }
  }

  func run() throws {
    let book = try options.open()
    Interrupt.listen()
    let search = SearchClock(limit: timeLimit)
    let clock = SearchClock(limit: timeLimit, "working out the reasons for ")
    let (outcome, list, shared) = try book.why(
      name, asDecided: pricesAsDecided, reasons: clock.isOver
    ) { search.isOver() }
    Progress.end()
    if options.format == .json { Output.write(outcome.json()) }
    guard let best = outcome.list else { throw ShortlistOutput.end(of: outcome) }
    guard let reasons = outcome.reasons else {
      throw Failure(
        .failed, "the best list was not proven within the time limit",
        next: "give it more time with --time-limit SECONDS")
    }
    if options.format == .table { Output.write(ReasonsText.text(of: reasons)) }
    guard shared < max(list.picks.count, best.picks.count) else { return }
    options.done(
      "these are the reasons of the best list now, which shares \(shared) of "
        + "\(Counted.text(list.picks.count, "pick")) with \(list.name)")
    options.done("next: " + CommandText.line("shortlist", "replan", list.name))
  }
}
