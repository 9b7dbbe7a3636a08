import ArgumentParser
import Domain
import UseCases

struct ShortlistShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a shortlist as it was decided.",
    discussion: """
      EXAMPLES
        kolbook shortlist show spring
        kolbook shortlist show spring --format json
      """)

  @Argument(help: "Its name.") var name: String
  @OptionGroup var options: BookOptions

  func run() throws {
    let list = try options.open().shortlist(name)
    ShortlistOutput.write(list, options)
    for mark in ShortlistMark.allCases where options.format == .table {
      let marked = list.creators(mark).map { creator in
        list.picks.first { $0.creator == creator }?.nickname ?? creator.text
      }
      if !marked.isEmpty { Talk.say("\(mark.rawValue): \(marked.joined(separator: ", "))") }
    }
  }
}
