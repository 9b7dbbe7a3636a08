import ArgumentParser
import UseCases

struct ReconcileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reconcile",
    abstract: "Compare the orders of a quarter with Pugongying's own statements.",
    discussion: """
      EXAMPLES
        kolbook reconcile 2026Q3 orders.xlsx
        kolbook reconcile 2026Q3 orders.xlsx notes.xlsx --format csv

      Reads the order report (订单报告) and the note batch (笔记批量数据), .xlsx as downloaded or \
      CSV. Each line is exact, off by one fen (rounding), cut to whole yuan (truncated, note \
      batches only), charged at the rate of boosted orders (优效模式), a mismatch, or missing on \
      one side. The table shows what somebody has to look at, other formats everything. Ends with \
      3 when there is any.
      """)

  @Argument(help: "The quarter whose orders the statements should have.") var quarter: String
  @Argument(help: "Order reports and note batches.") var statements: [String]
  @Option(help: ArgumentHelp("The month the fiscal year starts in.", valueName: "month"))
  var fiscalStart = 1
  @OptionGroup var options: BookOptions

  func run() throws {
    let report = try options.open()
      .reconcile(quarter, with: InputFile.read(statements), fiscalStart: fiscalStart)
    for statement in report.statements { Talk.say(statement) }
    if options.format != .table {
      options.write(report.listing)
    } else {
      if report.hasDifferences { options.write(report.differences) }
      Output.write(report.summary)
    }
    if report.hasDifferences { throw Outcome.auditErrors }
  }
}
