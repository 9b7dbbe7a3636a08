import ArgumentParser
import Domain
import UseCases

struct OrderRefund: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "refund",
    abstract: "Part or all of the quote comes back, and its fees with it.",
    discussion: """
      EXAMPLES
        kolbook order refund 99990000202604030001 1234.56
        kolbook order refund 99990000202604030001 1234.56 --keep-brand-fee
      """)

  @Argument(help: "The order's number.") var number: String
  @Argument(help: ArgumentHelp("How much of the quote comes back.", valueName: "yuan"))
  var amount: Money
  @Flag(help: "The platform keeps the brand-side fee of it.") var keepBrandFee = false
  @Flag(help: "The platform keeps the creator-side fee of it.") var keepCreatorFee = false
  @OptionGroup var event: EventOptions
  @OptionGroup var options: BookOptions

  func run() throws {
    let refund = OrderEvent.refund(
      amount, keepBrandFee: keepBrandFee, keepCreatorFee: keepCreatorFee)
    let receipt = try options.open().record(refund, of: number, event.note)
    options.write([receipt])
  }
}
