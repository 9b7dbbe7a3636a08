import ArgumentParser
import Domain
import UseCases

struct ResultsImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Read results of notes and ads, conversions and searches: all of it, or nothing.",
    discussion: """
      EXAMPLES
        kolbook results import notes.xlsx orders.xlsx
        kolbook results import ads.csv --as-of 2026-10-08 --campaign spring
        kolbook results import list.json --dry-run

      FILES
        Pugongying's note batch and order report (.xlsx or CSV), its note list and
        open API (JSON); Juguang's ad results (CSV or JSON), of days where there is
        a column for the day, else in all through --as-of; your own lists with
        note_id or order_id, day, impressions, reads, interactions, likes,
        promoted_impressions, quote, fee, cost …
        Where ads were shown: placement, format, channel, 广告位, 资源位, 投放位置,
        投放范围, 广告类型, 投放类型, 推广类型, 渠道 or 投放渠道, with 信息流, 搜索 or 开屏.
        Conversions: date, channel, orders, revenue, and note, creator or campaign.
        Searches: date, searches, and keyword or campaign.

      A campaign is the one that the order was booked for, else --campaign, else 合作名称.
      The same file a second time changes nothing. What looks wrong is flagged.
      """)

  @Argument(
    help: ArgumentHelp("Files, or folders of .json; - for standard input.", valueName: "file"))
  var files: [String]
  @Option(
    help: ArgumentHelp("The day of figures without one; today if not said.", valueName: "day"))
  var asOf: Day?
  @Option(help: ArgumentHelp("The campaign of notes whose orders name none.", valueName: "name"))
  var campaign: String?
  @Option(
    help: ArgumentHelp(
      "The sheet of a workbook; the one whose header fits if not said.", valueName: "name"))
  var sheet: String?
  @Flag(help: "Check everything, keep nothing.") var dryRun = false
  @OptionGroup var options: BookOptions

  func run() throws {
    var wanted = ResultsOptions()
    (wanted.asOf, wanted.campaign, wanted.sheet) = (asOf, campaign, sheet)
    wanted.isDryRun = dryRun
    Interrupt.listen()
    let report = try options.open().importResults(InputFile.read(files), wanted)
    for file in report.files { Self.say(file, isDryRun: dryRun) }
    guard options.format == .table else { return options.write(report.listing) }
    if report.files.contains(where: { $0.number != nil }), !dryRun {
      Talk.say("next: kolbook results list")
    }
  }

  private static func say(_ file: ResultsReport.File, isDryRun: Bool) {
    let kept = file.number.map { isDryRun ? "; not kept" : "; import \($0)" } ?? ""
    Talk.say(
      "\(file.name): \(file.form), \(Counted.text(Int64(file.rows), "row")): "
        + "\(Grouped.text(Int64(file.added))) new\(kept)")
    for (flag, rows, first) in file.flags {
      Talk.say(
        "  flag \(flag.rawValue): \(flag.words): "
          + "\(Counted.text(Int64(rows), "row")), the first is \(first)")
    }
    for line in ImportText.unknown(file.unknown) { Talk.say(line) }
    for remark in file.remarks { Talk.say("  \(remark)") }
    if file.strangers > 0 {
      Talk.say(
        "  \(Counted.text(Int64(file.strangers), "creator")) not in the book"
          + " (kolbook import reads creators out of a note batch)")
    }
  }
}
