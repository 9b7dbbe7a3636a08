import ArgumentParser
import Domain
import UseCases

struct OrderAmend: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "amend",
    abstract: "Another quote is agreed; the fees booked stay in force.",
    discussion: """
      EXAMPLES
        kolbook order amend 99990000202604030001 7500
      """)

  @Argument(help: "The order's number.") var number: String
  @Argument(help: ArgumentHelp("The new price, before the service fee.", valueName: "yuan"))
  var quote: Money
  @OptionGroup var event: EventOptions
  @OptionGroup var options: BookOptions

  func run() throws {
    let receipt = try options.open().record(.amend(quote: quote), of: number, event.note)
    options.write([receipt])
  }
}
