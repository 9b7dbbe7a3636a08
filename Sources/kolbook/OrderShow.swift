import ArgumentParser
import UseCases

struct OrderShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show an order, its journal entries and what they moved.",
    discussion: """
      EXAMPLES
        kolbook order show 99990000202604030001
        kolbook order show 99990000202604030001 --format json
      """)

  @Argument(help: "The order's number.") var number: String
  @OptionGroup var options: BookOptions

  func run() throws {
    let history = try options.open().order(number)
    switch options.format {
    case .table:
      let parts = [history.order, history.entries, history.transfers].filter { !$0.rows.isEmpty }
      Output.write(parts.map { TableText.text(of: $0) }.joined(separator: "\n\n"))
    case .json: Output.write(history.json())
    case .csv, .tsv: options.write(history.transfers)
    }
  }
}
