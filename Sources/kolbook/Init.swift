import ArgumentParser
import UseCases

struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make a new book with the reference data of the field.",
    discussion: """
      EXAMPLES
        kolbook init                     kolbook.db here
        kolbook init --book spring.db    somewhere else
      """)

  @OptionGroup var options: BookOptions

  func run() throws {
    try OpenBook.create(
      at: options.path, id: try Environment.bookID(), now: try Environment.now())
    options.done("made \(options.path)")
    options.done("next: \(Talk.toBegin)")
  }
}
