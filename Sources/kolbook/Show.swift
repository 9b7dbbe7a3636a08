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
        kolbook show 鹿小厨房 --history   what was changed, when, by whom and how
      """)

  @Argument(help: "An id, 小红书号, link, or (part of) a nickname.") var creator: String
  @Flag(help: "Show what commands changed instead, the newest first.") var history = false
  @OptionGroup var options: BookOptions

  func run() throws {
    if history { return options.write(try options.open().history(creator)) }
    try Show.write(creator, as: options)
  }

  /// Writes the card of the creator that some words mean.
  static func write(_ words: String, as choice: some BookChoice) throws {
    let book = try choice.open()
    let card = try book.card(words)
    switch choice.format {
    case .table: Output.write(CardText.text(of: card))
    case .json: Output.write(card.json())
    case .csv, .tsv: choice.write(try book.listing(of: [card.summary]))
    }
  }
}
