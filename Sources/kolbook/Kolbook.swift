import ArgumentParser

/// The command and its subcommands, in the order of a day's work.
struct Kolbook: ParsableCommand {
  /// What `--version` says.
  static let version = "kolbook 0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "kolbook",
    abstract: "The book of the Xiaohongshu creators a brand works with.",
    discussion: """
      EXAMPLES
        kolbook demo             make a fictional book to try things on
        kolbook init             start your own, kolbook.db here
        kolbook import list.csv  read a list as it comes
        kolbook shortlist --budget 30万 --save spring
        kolbook export shortlist spring -o spring.xlsx
        kolbook audit 2026Q3

      EXIT CODES
        0 done, 1 failed, 2 no plan fits, 3 audit found errors, 64 usage,
        65 bad input data, 73 cannot create the file, 74 input or output failed,
        75 the book is busy, 76 not a book or a newer one, 130 interrupted

      ENVIRONMENT
        KOLBOOK_BOOK the book, KOLBOOK_USER who you are,
        KOLBOOK_NOW the time to work at, NO_COLOR for no emphasis
      """,
    version: version,
    subcommands: [
      Demo.self, Init.self, Import.self, Export.self, Add.self, Edit.self, Show.self, Find.self,
      List.self,
      RateCommand.self, QuoteCommand.self, Note.self, Tag.self, Untag.self, Block.self,
      Unblock.self, Conflict.self, CreatorCommand.self, Log.self, Undo.self, ShortlistCommand.self,
      CampaignCommand.self, OrderCommand.self,
      AuditCommand.self, ReconcileCommand.self, StatementCommand.self,
      Close.self, Reopen.self, LedgerCommand.self, ResultsCommand.self,
      BenchmarksCommand.self,
      Reference.self,
    ])

  @OptionGroup var options: BookOptions

  func run() throws {
    try Welcome.show(options)
  }
}
