import ArgumentParser
import Domain
import UseCases

struct ReconcileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reconcile",
    abstract: "Compare the orders of a quarter with Pugongying's own statements, and keep these.",
    discussion: """
      EXAMPLES
        kolbook reconcile 2026Q3 orders.xlsx notes.xlsx
        kolbook reconcile 2026Q3 orders.xlsx --dry-run
        kolbook reconcile 2026Q3 july.xlsx august.xlsx september.xlsx
        kolbook reconcile 2026Q3 --missing missing.csv
        kolbook reconcile 2026Q3 --format csv

      Reads the order report (订单报告) and the note batch (笔记批量数据), .xlsx as downloaded or \
      CSV. Each line is exact, off by one fen (rounding), cut to whole yuan (truncated, note \
      batches only), charged at the rate of boosted orders (优效模式), a mismatch, by another \
      creator, listed twice, or missing on one side. The table shows what somebody has to look \
      at, other formats everything. Ends with 3 when there is any.

      The statements are kept: they stand in place of those of the same kind that were given \
      before for the quarter, and every kolbook audit of it compares with them. Without files \
      the kept ones are compared again.

      Orders that the books don't have are written to --missing as events, to be looked through \
      and recorded with kolbook order import: when each was made, published and completed. No \
      statement says when an order was paid; the file takes the day on which it was made, which \
      the order report says and the note batch doesn't.
      """)

  @Argument(help: "The quarter that the statements are of.") var quarter: String
  @Argument(help: "Order reports and note batches.") var statements: [String] = []
  @Flag(help: "Compare, and keep nothing.") var dryRun = false
  @Option(
    help: ArgumentHelp(
      "The sheet of a workbook; the one whose header fits if not said.", valueName: "name"))
  var sheet: String?
  @Option(
    help: ArgumentHelp(
      "Write the orders that the books don't have to this CSV file, as events.",
      valueName: "file"))
  var missing: String?
  @Flag(help: "Replace that file if it is there.") var force = false
  @Option(help: ArgumentHelp("The month the fiscal year starts in.", valueName: "month"))
  var fiscalStart = 1
  @OptionGroup var options: BookOptions

  func run() throws {
    try FileOptions.refuseWorkbook(missing, of: "events")
    let book = try options.open()
    let files = try InputFile.read(statements)
    let report = try Pace.show("row") { progress in
      try book.reconcile(
        quarter, with: files, sheet: sheet, fiscalStart: fiscalStart, missing: missing,
        isDryRun: dryRun, progress: progress)
    }
    try writeMissing(of: report)
    for statement in report.statements { Talk.say(statement) }
    for warning in report.warnings { Talk.say(warning) }
    if options.format != .table {
      options.write(report.listing)
    } else {
      if report.hasDifferences { options.write(report.differences) }
      Output.write(report.summary)
      offerMissing(of: report)
    }
    if report.hasDifferences { throw Outcome.auditErrors }
  }

  /// One finding and command an order is much to type where a quarter was never booked.
  private func offerMissing(of report: ReconcileReport) {
    guard missing == nil, !dryRun, report.missingCount > 1 else { return }
    let start = fiscalStart == 1 ? [] : ["--fiscal-start", "\(fiscalStart)"]
    let orders = report.datedCount == 0 ? ["ORDERS.xlsx"] : []
    Talk.say(
      "next: "
        + CommandText.line(
          ["reconcile", quarter] + orders + start + ["--missing", "missing.csv"]))
  }

  private func writeMissing(of report: ReconcileReport) throws {
    guard let missing else { return }
    guard report.missingCount > 0 else {
      return Talk.say("no order is missing in the books, so \(missing) was not written")
    }
    try OutputFile.write(report.missing.excelCSV(), to: missing, isForced: force)
    Talk.say("wrote \(missing): \(Counted.text(report.datedCount, "order")) as events")
    if report.undatedCount > 0 {
      Talk.say(
        "left out: \(Counted.text(report.undatedCount, "order")), of which no statement says when "
          + "made; the order report does")
    }
    Talk.say("next: " + CommandText.line("order", "import", missing))
  }
}
