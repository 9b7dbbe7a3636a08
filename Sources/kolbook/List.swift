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
    guard options.format == .table else { return }
    guard creators.isEmpty else {
      return Talk.say(Counted.text(Int64(creators.count), "creator"))
    }
    let isNew = try book.status().creators == 0
    Talk.say(none: "no creators", next: isNew ? Talk.toBegin : "see all with: kolbook list")
  }
}
