import ArgumentParser
import Domain
import UseCases

struct Find: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find",
    abstract: "Find creators by a part of the name, pinyin, an id, MCN or tag.",
    discussion: """
      EXAMPLES
        kolbook find 小红
        kolbook find xhs          小红书 by its initials; xiaohong finds it too
        kolbook find 62999944     an id that begins so
        kolbook find luna --limit 5 --format csv

      Case, width and white space don't matter. Pinyin begins at any character, two letters at the
      least, ü is typed v; a character is found by each of its readings. An id is found by its
      first four signs. Names that are the words come first, then those that begin with them, have
      them elsewhere, are read so, then ids, MCNs, tags; of each the most followers first.
      """)

  @Argument(help: "What to look for.") var words: String
  @Option(help: ArgumentHelp("The most that are shown.", valueName: "count")) var limit = 20
  @OptionGroup var options: BookOptions

  func validate() throws {
    guard (1...1_000_000).contains(limit) else {
      throw ValidationError("--limit: wanted 1 to 1,000,000, found \(limit)")
    }
  }

  func run() throws {
    let book = try options.open()
    let found = try Pace.show("name") { try book.search(words, limit: limit, indexing: $0) }
    options.write(found.listing)
    guard options.format == .table else { return }
    let all = Counted.text(Int64(found.all), "creator")
    let shown = found.listing.rows.count
    Talk.say(shown < found.all ? "\(shown) of \(all); see more with --limit" : all)
  }
}
