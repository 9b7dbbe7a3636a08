import ArgumentParser
import UseCases

struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List creators, most followers first.",
    discussion: """
      EXAMPLES
        kolbook list --tier micro --category 美妆 --max-fee 5000
        kolbook list --search 厨房 --min-rating 4 --format json
        kolbook list --band head --free
      """)

  @OptionGroup var search: SearchOptions
  @OptionGroup var options: BookOptions

  func run() throws {
    let book = try options.open()
    let creators = try Pace.show("name") { try book.creators(search.asked, indexing: $0) }
    options.write(try book.listing(of: creators))
    if options.format == .table {
      Talk.say(Counted.text(Int64(creators.count), "creator"))
    }
  }
}
