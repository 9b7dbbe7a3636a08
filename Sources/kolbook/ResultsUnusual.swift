import ArgumentParser
import UseCases

struct ResultsUnusual: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unusual",
    abstract: "Say what is far from usual in figures and worth a look: no more than that.",
    discussion: """
      EXAMPLES
        kolbook results unusual
        kolbook results unusual --campaign spring --format csv

      Interactions against followers, beyond the guide's range of the tier; likes per comment,
      far from the tier's median in the book; reads and followers that rose many times as fast
      as before. Each has innocent reasons, and one is said. The bounds are kolbook's own rules
      of thumb: rows unusual of kolbook reference show playbook
      """)

  @Option(help: ArgumentHelp("Only notes of this campaign.", valueName: "name"))
  var campaign: String?
  @OptionGroup var limits: LimitOptions
  @OptionGroup var options: BookOptions

  func run() throws {
    let list = try options.open().unusual(
      campaign: campaign, limit: limits.most(options.format))
    guard options.format == .table else {
      options.write(list)
      return limits.sayRest(of: list, "finding")
    }
    guard !list.rows.isEmpty else { return Talk.say("nothing is far from usual") }
    AdviceText.write(
      list, ["nickname", "note", "unusual"], name: ["nickname", "creator_id"], why: "found", options
    )
    limits.sayRest(of: list, "finding")
  }
}
