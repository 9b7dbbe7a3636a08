import ArgumentParser
import UseCases

struct Log: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "List what commands changed about creators, the newest first; or show one change.",
    discussion: """
      EXAMPLES
        kolbook log
        kolbook log 12      what change 12 added, and changed from what to what
        kolbook log --limit 100 --format csv

      kolbook undo takes a change back.
      """)

  @Argument(help: "The number of a change.") var change: Int64?
  @Option(help: ArgumentHelp("The most that are shown.", valueName: "count")) var limit = 20
  @OptionGroup var options: BookOptions

  func validate() throws {
    guard (1...1_000_000).contains(limit) else {
      throw ValidationError("--limit: wanted 1 to 1,000,000, found \(limit)")
    }
  }

  func run() throws {
    let book = try options.open()
    guard let change else {
      return options.write(
        try book.changes(limit: limit), none: "no changes",
        next: Talk.toBegin)
    }
    let detail = try book.change(change, limit: limit)
    switch options.format {
    case .table:
      let parts = [detail.change, detail.items].filter { !$0.rows.isEmpty }
      Output.write(parts.map { TableText.text(of: $0) }.joined(separator: "\n\n"))
      if detail.hasMore { Talk.say("and more; see them with --limit") }
    case .json: Output.write(detail.json())
    case .csv, .tsv: options.write(detail.items)
    }
  }
}
