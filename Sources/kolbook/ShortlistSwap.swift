import ArgumentParser
import Domain
import UseCases

struct ShortlistSwap: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "swap",
    abstract: "Show who could take a pick's place when it drops out, best first.",
    discussion: """
      EXAMPLES
        kolbook shortlist swap spring 桃桃
        kolbook shortlist swap spring 桃桃 --take 鹿小厨房
        kolbook shortlist swap spring 桃桃 --take 鹿小厨房 --save spring-2

      Everybody else stays, and the list keeps to all that was asked. With --take the changed list \
      is kept under a new name; the one you name stays as it was decided.
      """)

  @Argument(help: "Its name.") var name: String
  @Argument(help: "The one who drops out: an id, 小红书号, link, or (part of) a nickname.")
  var creator: String
  @Option(help: ArgumentHelp("Put this one in the place.", valueName: "creator"))
  var take: String?
  @Option(help: ArgumentHelp("How many to show at the most.", valueName: "count"))
  var limit: UInt32 = 10
  @OptionGroup var revision: RevisionOptions
  @OptionGroup var options: BookOptions

  func validate() throws {
    if take == nil, revision.save != nil { throw ValidationError("--save goes with --take") }
  }

  func run() throws {
    let book = try options.open()
    Interrupt.listen()
    if let take {
      let clock = SearchClock(limit: revision.timeLimit)
      let list = try book.swap(
        name, creator, for: take, asDecided: revision.pricesAsDecided, saveAs: revision.newName
      ) { clock.isOver() }
      Progress.end()
      ShortlistOutput.write(list, options)
      return options.done("kept as \(list.name)")
    }
    let found = try book.alternates(
      name, for: creator, first: Int(limit), asDecided: revision.pricesAsDecided)
    options.write(found.listing)
    if found.count == 0 {
      options.done("nobody can take the place alone")
      options.done("next: " + CommandText.line("shortlist", "drop", found.list, creator))
      options.done("      " + CommandText.line("shortlist", "replan", found.list))
    } else if let first = found.alternates.first {
      options.done("\(Counted.text(found.count, "note")) could take the place")
      options.done(
        "next: "
          + CommandText.line(
            "shortlist", "swap", found.list, creator, "--take", first.pick.creator.text))
    }
  }
}
