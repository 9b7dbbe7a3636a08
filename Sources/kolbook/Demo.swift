import ArgumentParser
import Domain
import UseCases

struct Demo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Make a fictional book to try things on.",
    discussion: """
      EXAMPLES
        kolbook demo                 kolbook-demo.db here
        kolbook demo trial.db
        kolbook demo --force         anew, in place of an older fictional book

      Its creators, agencies and orders are invented. A file that is no fictional book is \
      never touched.
      """)

  @Argument(help: ArgumentHelp("The new book; kolbook-demo.db, if not said.", valueName: "file"))
  var file: String?

  @Flag(help: "Replace a fictional book that is there.")
  var force = false
  @OptionGroup var options: BookOptions

  func validate() throws {
    if let file, let book = options.book, file != book {
      throw ValidationError("the new book has two names: \(file) and --book \(book)")
    }
  }

  func run() throws {
    let file = file ?? options.book ?? "kolbook-demo.db"
    let status = try OpenBook.makeDemo(
      at: file, id: try Environment.bookID(), now: try Environment.now(), replacing: force)
    let counts = [
      Counted.text(status.creators, "creator"), Counted.text(status.orders, "order"),
    ]
    Talk.say("made the fictional book \(file): \(counts.joined(separator: ", "))")
    Talk.say("next: " + CommandText.line("shortlist", "--budget", "30万", "--book", file))
    Talk.say("      " + CommandText.line("audit", "2026Q3", "--book", file))
  }
}
