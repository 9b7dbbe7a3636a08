import ArgumentParser
import Domain
import UseCases

struct OrderBook: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "book",
    abstract: "Book an order at the service fees in force on its day.",
    discussion: """
      EXAMPLES
        kolbook order book 99990000202604030001 --creator 鹿小厨房 --quote 8000 --note image
        kolbook order book 99990000202604030002 --creator 鹿小厨房 --quote 1.2万 --mode boosted
      """)

  @Argument(help: ArgumentHelp("The Pugongying order number.", valueName: "number"))
  var number: String?
  @Option(help: ArgumentHelp("An id, 小红书号, link, or (part of) a nickname.", valueName: "name"))
  var creator: String
  @Option(help: ArgumentHelp("The creator's price, before the service fee.", valueName: "yuan"))
  var quote: Money
  @Option(help: ArgumentHelp("image or video.", valueName: "kind")) var note: NoteFormat?
  @OptionGroup var placed: PlacedOptions
  @OptionGroup var event: EventOptions
  @OptionGroup var options: BookOptions

  func run() throws {
    var draft = OrderDraft(number: number, creator: creator, quote: quote, format: note)
    placed.apply(to: &draft)
    options.write([try options.open().bookOrder(draft, event.note)])
  }
}
