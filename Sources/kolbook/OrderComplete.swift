import ArgumentParser
import UseCases

struct OrderComplete: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "complete",
    abstract: "The platform has paid the creator.",
    discussion: """
      EXAMPLES
        kolbook order complete 99990000202604030001
      """)

  @Argument(help: "The order's number.") var number: String
  @OptionGroup var event: EventOptions
  @OptionGroup var options: BookOptions

  func run() throws {
    let receipt = try options.open().record(.complete, of: number, event.note)
    options.write([receipt])
  }
}
