import ArgumentParser
import Domain
import UseCases

struct OrderBook: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "book",
    abstract: "Book an order, or a shortlist of them, at the service fees in force on its day.",
    discussion: """
      EXAMPLES
        kolbook order book 99990000202604030001 --creator 鹿小厨房 \\
          --quote 8000 --note image
        kolbook order book 99990000202604030002 --creator 鹿小厨房 \\
          --quote 1.2万 --mode boosted
        kolbook order book --from-shortlist spring --numbers numbers.csv

      The file of numbers is CSV with the columns creator_id, format (image or video) and order.
      """)

  @Argument(help: ArgumentHelp("The Pugongying order number.", valueName: "number"))
  var number: String?
  @Option(help: ArgumentHelp("An id, 小红书号, link, or (part of) a nickname.", valueName: "name"))
  var creator: String?
  @Option(help: ArgumentHelp("The creator's price, before the service fee.", valueName: "yuan"))
  var quote: Money?
  @Option(help: ArgumentHelp("image or video.", valueName: "kind")) var note: NoteFormat?
  @Option(help: ArgumentHelp("Book what a saved shortlist picked.", valueName: "name"))
  var fromShortlist: String?
  @Option(help: ArgumentHelp("The order numbers of the picks to book.", valueName: "file"))
  var numbers: String?
  @OptionGroup var placed: PlacedOptions
  @OptionGroup var event: EventOptions
  @OptionGroup var options: BookOptions

  func validate() throws {
    let isOne = creator != nil && quote != nil && numbers == nil
    let hasOne = number != nil || creator != nil || quote != nil || note != nil
    guard fromShortlist == nil ? isOne : !hasOne else {
      throw ValidationError(
        "wanted --creator NAME and --quote YUAN for one order, or --from-shortlist NAME alone")
    }
  }

  func run() throws {
    let book = try options.open()
    var draft = OrderDraft(
      number: number, creator: creator ?? "", quote: quote ?? .zero, format: note)
    placed.apply(to: &draft)
    guard let fromShortlist else {
      return options.write([try book.bookOrder(draft, event.note)])
    }
    let file = try numbers.map { try InputFile(path: $0) }
    let receipts = try book.bookShortlist(
      fromShortlist, draft, numbers: file?.bytes, file: file?.name ?? "", event.note)
    options.write(receipts)
  }
}
