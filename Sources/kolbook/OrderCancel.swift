import ArgumentParser
import Domain
import UseCases

struct OrderCancel: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cancel",
    abstract: "The order ends early; what was paid comes back but for a kill fee.",
    discussion: """
      EXAMPLES
        kolbook order cancel 99990000202604030001
        kolbook order cancel 99990000202604030001 --kill-fee 1000
      """)

  @Argument(help: "The order's number.") var number: String
  @Option(help: ArgumentHelp("What the creator keeps of the quote.", valueName: "yuan"))
  var killFee = Money.zero
  @Flag(help: "The platform keeps the brand-side fee of the rest.") var keepBrandFee = false
  @Flag(help: "The platform keeps the creator-side fee of the rest.") var keepCreatorFee = false
  @OptionGroup var event: EventOptions
  @OptionGroup var options: BookOptions

  func run() throws {
    let cancel = OrderEvent.cancel(
      killFee: killFee, keepBrandFee: keepBrandFee, keepCreatorFee: keepCreatorFee)
    let receipt = try options.open().record(cancel, of: number, event.note)
    options.write([receipt])
  }
}
