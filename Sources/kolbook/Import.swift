import ArgumentParser
import Domain
import UseCases

struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Read lists of creators as they come; all of them, or nothing if one has a problem.",
    discussion: """
      EXAMPLES
        kolbook import list.csv                    the columns tell the layout
        kolbook import list.xlsx --sheet 九月      one sheet of several
        kolbook import list.csv mcn.csv --dry-run  try, and keep nothing
        kolbook import profiles/                   the .json files of a folder
        kolbook import ours.csv --layout-file my-layout.csv
        kolbook import --explain list.csv          how it would be read, and why
        kolbook import list.csv --map '粉丝=followers(万)' --map '旧报价='
        kolbook import old.csv --as-of 2026-08-03  the day the list is of
        pbpaste | kolbook import - --delimiter tab
        kolbook import list.csv --skip-errors --rejects wrong.csv
        kolbook undo                               take the last import back

      Reads Excel workbooks (.xlsx), CSV (UTF-8, UTF-16, GB18030) and JSON of \
      Qiangua, Xinhong, Pugongying, MCN lists, \
      intake forms, and kolbook's own columns: creator_id, nickname, followers, engagement_rate, \
      fee or fee_fen, format, category, agency, rating, city, profile_url, quoted_on and more. \
      Creators are told apart by user id, 小红书号, link or own id, never by nickname.
      """)

  @Argument(help: "Files, folders of .json files, or - for standard input.") var lists: [String]
  @Flag(help: "Do everything but keep it.") var dryRun = false
  @Flag(help: "Say how the lists would be read and why, column by column; no book is needed.")
  var explain = false
  @Flag(help: "File what is right, and leave out the rows that are refused.") var skipErrors = false
  @Option(
    help: ArgumentHelp(
      "Write the refused rows to this CSV, with the reason in front, to be corrected and imported.",
      valueName: "file"))
  var rejects: String?
  @Flag(help: "Replace the file of refused rows if it is there.") var force = false
  @Option(
    help: ArgumentHelp(
      "qiangua, xinhong, pugongying, pugongying-list, pugongying-export, mcn, intake, "
        + "kolbook or shortlist.",
      valueName: "name"))
  var layout: String?
  @Option(
    help: ArgumentHelp(
      "Your own layouts as CSV, in place of these: kolbook reference show layout shows how.",
      valueName: "file"))
  var layoutFile: String?
  @Option(
    help: ArgumentHelp(
      "What a column means, whatever the layout says; no field leaves it out. May be repeated.",
      valueName: "column=field"))
  var map: [String] = []
  @Option(
    help: ArgumentHelp(
      "The sheet of a workbook; the one whose header fits if not said.", valueName: "name"))
  var sheet: String?
  @Option(help: ArgumentHelp("utf-8, gb18030 or utf-16.", valueName: "name")) var encoding: String?
  @Option(help: ArgumentHelp("comma, semicolon or tab.", valueName: "name"))
  var delimiter: String?
  @Option(help: ArgumentHelp("The day of the lists; today if not said.", valueName: "day"))
  var asOf: Day?
  @OptionGroup var amounts: RoundingOptions
  @OptionGroup var options: BookOptions

  func validate() throws {
    guard rejects == nil || skipErrors else {
      throw ValidationError("--rejects: wanted together with --skip-errors")
    }
  }

  func run() throws {
    if explain { return try explainLists() }
    try FileOptions.refuseWorkbook(rejects, of: "refused rows")
    let book = try options.open()
    let files = try InputFile.read(lists)
    Interrupt.listen()
    let asked = try asked()
    let report = try Pace.show("row") { try book.importLists(files, asked, progress: $0) }
    switch options.format {
    case .table: Output.write(ImportText.text(of: report))
    case .json: Output.write(report.json())
    case .csv, .tsv: options.write(report.listing)
    }
    if report.refusedRows > 0 { say(report) }
    if options.format == .table, let change = report.change {
      Talk.say("to take it back: kolbook undo \(change)", after: "next:")
    }
  }

  private func explainLists() throws {
    let today = try Environment.now().day
    let asked = try asked()
    let lists = try InputFile.read(lists).map { try ImportExplanation($0, asked, today: today) }
    switch options.format {
    case .table: Output.write(lists.map(ImportText.text).joined(separator: "\n\n"))
    case .json: Output.write(ImportExplanation.json(lists))
    case .csv, .tsv:
      let rows = lists.flatMap(\.listing.rows)
      if let columns = lists.first?.listing.columns {
        options.write(Listing(columns: columns, rows: rows))
      }
    }
  }

  /// The refused rows that are told one by one; the file has all of them.
  private static let mostRefusals = 20

  private func say(_ report: ImportReport) {
    let rows = "\(Counted.text(report.refusedRows, "row")) refused and left out"
    let file = dryRun || !report.hasRejects ? nil : rejects
    Talk.say(file.map { "\(rows); they are in \($0)" } ?? rows)
    for refusal in report.refusals.prefix(Self.mostRefusals) { Talk.say("  \(refusal)") }
    if report.refusals.count > Self.mostRefusals {
      Talk.say("  and \(report.refusals.count - Self.mostRefusals) more")
    }
    guard let file else { return }
    let isPlain =
      layout == nil && layoutFile == nil && map.isEmpty && asOf == nil
      && amounts.rounding == .refuse
    Talk.say(
      "correct them and: \(CommandText.line("import", file))"
        + (isPlain ? "" : ", with the same options"), after: "next:")
  }

  private func asked() throws -> ImportOptions {
    var asked = ImportOptions()
    (asked.layout, asked.encoding, asked.delimiter) = (layout, encoding, delimiter)
    (asked.asOf, asked.isDryRun, asked.sheet) = (asOf, dryRun, sheet)
    asked.maps = map
    asked.layoutFile = try layoutFile.map { try InputFile(path: $0) }
    asked.rounding = amounts.rounding
    asked.skipsErrors = skipErrors
    asked.keepRejects = rejects.map { path in
      { try OutputFile.write($0, to: path, isForced: force) }
    }
    return asked
  }
}
