import ArgumentParser
import UseCases

struct Close: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "close",
    abstract: "Close the books through a quarter: nothing dated up to its end is taken any more.",
    discussion: """
      EXAMPLES
        kolbook close 2026Q3
        kolbook close FY2026Q2 --fiscal-start 4

      Keep the head that it prints elsewhere: kolbook audit --anchor compares with it.
      """)

  @Argument(help: "The quarter, in Shanghai days, such as 2026Q3.") var quarter: String
  @Option(help: ArgumentHelp("The month the fiscal year starts in.", valueName: "month"))
  var fiscalStart = 1
  @Option(help: ArgumentHelp("Why.", valueName: "text")) var reason = ""
  @OptionGroup var options: BookOptions

  func run() throws {
    options.write(try options.open().close(quarter, fiscalStart: fiscalStart, reason: reason))
  }
}

struct Reopen: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reopen",
    abstract: "Open closed books again, from a quarter's first day on; every audit says so.",
    discussion: """
      EXAMPLES
        kolbook reopen 2026Q3 --reason "a refund of August came late"
      """)

  @Argument(help: "The quarter, in Shanghai days, such as 2026Q3.") var quarter: String
  @Option(help: ArgumentHelp("The month the fiscal year starts in.", valueName: "month"))
  var fiscalStart = 1
  @Option(help: ArgumentHelp("Why; every later audit tells it.", valueName: "text"))
  var reason: String
  @OptionGroup var options: BookOptions

  func run() throws {
    options.write(try options.open().reopen(quarter, fiscalStart: fiscalStart, reason: reason))
  }
}

extension BookOptions {
  /// Says what became of the books, and the head to be kept.
  fileprivate func write(_ receipt: LockReceipt) {
    guard format == .table else { return write(receipt.listing) }
    done(receipt.sentence)
    Output.write("head \(receipt.head)")
  }
}
