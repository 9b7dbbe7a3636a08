import ArgumentParser
import UseCases

struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show all that is known of one creator.",
    discussion: """
      EXAMPLES
        kolbook show 鹿小厨房
        kolbook show 6299994484 --format json
        kolbook show 鹿小厨房 --history   what was changed, when, by whom, by which command
      """)

  @Argument(help: "An id, 小红书号, link, or (part of) a nickname.") var creator: String
  @Flag(help: "Show what commands changed instead, the newest first.") var history = false
  @OptionGroup var options: BookOptions

  func run() throws {
    let book = try options.open()
    if history { return options.write(try book.history(creator)) }
    let card = try book.card(creator)
    switch options.format {
    case .table: Output.write(CardText.text(of: card))
    case .json: Output.write(card.json())
    case .csv, .tsv: options.write(try book.listing(of: [card.summary]))
    }
  }
}
