import ArgumentParser
import UseCases

struct OrderImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Record a CSV file of order events: all of them, or none.",
    discussion: """
      EXAMPLES
        kolbook order import events.csv
        kolbook order import events.csv --skip-refused

      COLUMNS
        at, event, order; creator, nickname, quote, mode, channel, mcn, campaign and
        format for book; quote for amend; amount for refund, cancel (kill fee) and
        adjust (with its sign), side for adjust; keep_brand_fee, keep_creator_fee;
        reason, key; corrects, the journal entry that this one answers;
        through for close and reopen, which close the books through that day.
        Others are not read.

      A creator whom the book doesn't know by that id, link or whole nickname is added to it, \
      called as nickname says. Orders that only Pugongying's statement has come as such a file from:

        kolbook reconcile 2026Q3 orders.xlsx notes.xlsx --missing missing.csv
      """)

  @Argument(help: ArgumentHelp("A CSV file; - for standard input.", valueName: "file"))
  var file: String
  @Flag(help: "Record the others when the rules refuse some, and list those.")
  var skipRefused = false
  @OptionGroup var amounts: RoundingOptions
  @OptionGroup var options: BookOptions

  /// The most newcomers that are named; a mistyped name is among few.
  private static let mostNames = 20

  func run() throws {
    let input = try InputFile(path: file)
    let name = input.name
    Interrupt.listen()
    let result = try options.open()
      .importOrders(
        input.bytes, file: name, skipRefused: skipRefused, rounding: amounts.rounding)
    if options.format != .table {
      options.write(result.refusedListing)
    } else {
      for refused in result.refused {
        Output.write("\(name):\(refused.line): \(refused.sentence) [\(refused.rule)]")
      }
    }
    for newcomer in result.newCreators.prefix(Self.mostNames) {
      Talk.say("new creator: \(newcomer)")
    }
    options.done("\(name) (\(result.encoding)): \(Self.summary(of: result))")
    guard result.ahead > 0 else { return }
    options.done(
      "note: \(Counted.text(result.ahead, "event")) of days yet to come; an audit warns of them")
  }

  private static func summary(of result: OrderImport) -> String {
    let added =
      result.newCreators.isEmpty
      ? "" : ", \(Counted.text(result.newCreators.count, "new creator"))"
    let rounded =
      result.rounded == 0
      ? "" : ", \(Counted.text(result.rounded, "amount")) rounded half up to a fen"
    return "recorded \(Counted.text(result.recorded, "event")), \(result.known) known already, "
      + "\(result.refused.count) refused\(added)\(rounded); "
      + "the journal ends at entry \(result.lastSequence)"
  }
}
