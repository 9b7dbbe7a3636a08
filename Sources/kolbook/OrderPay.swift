import ArgumentParser
import UseCases

struct OrderPay: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pay",
    abstract: "The brand has paid quote and fee into escrow.",
    discussion: """
      EXAMPLES
        kolbook order pay 99990000202604030001 --at 2026-04-06
      """)

  @Argument(help: "The order's number.") var number: String
  @OptionGroup var event: EventOptions
  @OptionGroup var options: BookOptions

  func run() throws {
    let receipt = try options.open().record(.pay, of: number, event.note)
    options.write([receipt])
  }
}
