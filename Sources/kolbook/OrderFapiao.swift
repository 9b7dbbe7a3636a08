import ArgumentParser
import Domain
import UseCases

struct OrderFapiao: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fapiao",
    abstract: "Note an order's invoice (发票), as text: nothing is worked out from it.",
    discussion: """
      EXAMPLES
        kolbook order fapiao 99990000202604030001 --number 24312000000012345678 \\
          --date 2026-08-31
        kolbook order fapiao 99990000202604030001 --note "6%, special"

      What isn't said stays as it was. kolbook order list, order show and audit show it.
      """)

  @Argument(help: "The order's number.") var order: String
  @Option(help: ArgumentHelp("发票号码.", valueName: "text")) var number: String?
  @Option(help: ArgumentHelp("The day on it.", valueName: "text")) var date: String?
  @Option(help: ArgumentHelp("What there is to say of tax.", valueName: "text")) var note: String?
  @OptionGroup var options: BookOptions

  func validate() throws {
    guard number != nil || date != nil || note != nil else {
      throw ValidationError("wanted --number, --date or --note")
    }
  }

  func run() throws {
    let noted = try options.open()
      .noteFapiao(Fapiao(number: number, date: date, note: note), of: order)
    let words = [noted.number, noted.date, noted.note].compactMap(\.self)
    options.done("fapiao of order \(order): \(words.joined(separator: ", "))")
  }
}
