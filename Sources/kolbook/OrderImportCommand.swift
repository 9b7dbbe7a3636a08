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
        at, event, order; creator, quote, mode, channel, mcn and format for book; quote for
        amend; amount for refund, cancel (kill fee) and adjust (with its sign), side for adjust;
        keep_brand_fee, keep_creator_fee; reason, key. Others are not read.
      """)

  @Argument(help: ArgumentHelp("A CSV file; - for standard input.", valueName: "file"))
  var file: String
  @Flag(help: "Record the others when the rules refuse some, and list those.")
  var skipRefused = false
  @OptionGroup var options: BookOptions

  func run() throws {
    let bytes = try InputFile(path: file).bytes
    let result = try options.open().importOrders(bytes, file: file, skipRefused: skipRefused)
    if !result.refused.isEmpty || options.format != .table && skipRefused {
      options.write(result.refusedListing)
    }
    options.done(
      "\(file) (\(result.encoding)): recorded \(Counted.text(Int64(result.recorded), "event")), "
        + "\(result.known) known already, \(result.refused.count) refused, "
        + "\(Counted.text(Int64(result.newCreators), "new creator")); "
        + "the journal ends at entry \(result.lastSequence)")
  }
}
