import ArgumentParser
import UseCases

struct OrderPublish: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "The note is out.",
    discussion: """
      EXAMPLES
        kolbook order publish 99990000202604030001 \\
          --url https://www.xiaohongshu.com/explore/6543210000000000000000ab
      """)

  @Argument(help: "The order's number.") var number: String
  @Option(help: ArgumentHelp("The note.", valueName: "link")) var url: String?
  @OptionGroup var event: EventOptions
  @OptionGroup var options: BookOptions

  func run() throws {
    let receipt = try options.open().record(.publish(url: url), of: number, event.note)
    options.write([receipt])
  }
}
