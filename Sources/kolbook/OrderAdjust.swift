import ArgumentParser
import UseCases

struct OrderAdjust: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "adjust",
    abstract: "Correct one amount by hand, with a reason that an audit shows.",
    discussion: """
      EXAMPLES
        kolbook order adjust 99990000202604030001 brand_fee --amount -0.01 \\
          --reason statement
      """)

  @Argument(help: "The order's number.") var number: String
  @Argument(help: "quote, brand_fee or creator_fee.") var part: String
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How much more, or less with a minus.", valueName: "yuan"))
  var amount: Change
  @OptionGroup var event: EventOptions
  @OptionGroup var options: BookOptions

  func run() throws {
    let receipt = try options.open().record(
      .adjust(part: part, by: amount.money), of: number, event.note)
    options.write([receipt])
  }
}
