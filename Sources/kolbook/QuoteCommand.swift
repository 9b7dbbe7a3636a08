import ArgumentParser
import Domain
import UseCases

struct QuoteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quote",
    abstract: "Record what a creator asks for a note, before the service fee.",
    discussion: """
      EXAMPLES
        kolbook quote 鹿小厨房 image 8000
        kolbook quote 鹿小厨房 video 1.2万 --until 2026-12-31 --source WeChat
        kolbook quote 鹿小厨房 video 0        no longer offered
      """)

  @Argument(help: "An id, 小红书号, link, or (part of) a nickname.") var creator: String
  @Argument(help: ArgumentHelp("image or video.", valueName: "format")) var noteFormat: NoteFormat
  @Argument(help: ArgumentHelp("The price; 0: not offered.", valueName: "yuan")) var price: Money
  @Option(help: ArgumentHelp("The day it was quoted; today if not said.", valueName: "day"))
  var on: Day?
  @Option(help: ArgumentHelp("The last day it holds.", valueName: "day")) var until: Day?
  @Option(help: "Where it is from; you, if not said.") var source: String?
  @OptionGroup var options: BookOptions

  func run() throws {
    let book = try options.open()
    let day = on ?? book.today
    guard until.map({ $0 >= day }) ?? true else {
      throw ValidationError("--until is before the day of the quote")
    }
    let outcome = try book.quote(
      creator,
      Quote(
        format: noteFormat, price: price == .zero ? nil : price, quotedOn: day, validUntil: until,
        source: source ?? book.actor))
    let kept = outcome.receipt
    options.done(kept.isNew ? "kept for \(kept.id)" : "\(kept.id) has this quote already", kept)
    if day > book.today { Talk.say("note: it counts from \(day) on") }
    if let judgement = outcome.judgement, let range = outcome.benchmark?.range,
      judgement != .within
    {
      Talk.say(
        "note: \(judgement.rawValue) the usual \(range.lowerBound) – \(range.upperBound)")
    }
  }
}
