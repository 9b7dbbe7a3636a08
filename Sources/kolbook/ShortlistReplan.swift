import ArgumentParser
import Domain
import UseCases

struct ShortlistReplan: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replan",
    abstract: "Plan a shortlist anew, with the smallest change to it.",
    discussion: """
      EXAMPLES
        kolbook shortlist replan spring
        kolbook shortlist replan spring --save spring-2
        kolbook shortlist replan spring --budget 25万 --prices-as-decided

      First the most picks are kept, in their formats, then the most value is bought with what is \
      left. Who is locked stays and who is dropped goes; so does who can't be booked today. \
      The list you name stays as it was decided.
      """)

  @Argument(help: "Its name.") var name: String
  @Option(help: ArgumentHelp("Another budget than was asked for then.", valueName: "yuan"))
  var budget: Money?
  @OptionGroup var revision: RevisionOptions
  @OptionGroup var options: BookOptions

  func run() throws {
    let book = try options.open()
    Interrupt.listen()
    let clock = SearchClock(limit: revision.timeLimit)
    let result = try book.replan(
      name, asDecided: revision.pricesAsDecided, budget: budget, saveAs: revision.newName
    ) { clock.isOver() }
    Progress.end()
    if options.format == .json { Output.write(result.json()) }
    guard let list = result.outcome.list else { throw ShortlistOutput.end(of: result.outcome) }
    switch options.format {
    case .table: Output.write(RevisionText.text(of: result, list))
    case .csv, .tsv: options.write(result.changes)
    case .json: break
    }
    if let kept = revision.newName {
      options.done("kept as \(kept)")
    } else {
      var words = ["shortlist", "replan", result.before.name]
      if let budget { words += ["--budget", budget.yuanText] }
      if revision.pricesAsDecided { words.append("--prices-as-decided") }
      options.done("next: " + CommandText.line(words + ["--save", result.nextName]))
    }
  }
}
