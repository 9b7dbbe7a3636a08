import ArgumentParser
import Domain
import UseCases

struct CreatorDuplicates: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "duplicates",
    abstract: "List creators who may be one person, those with the most evidence first.",
    discussion: """
      EXAMPLES
        kolbook creator duplicates
        kolbook creator duplicates --format csv

      Evidence is an id or link that both have, a contact, or one nickname (whatever its width,
      case and spaces) with one MCN, city or follower count. Two user ids are two accounts, and
      never listed.
      """)

  @OptionGroup var options: BookOptions

  func run() throws {
    let pairs = try options.open().duplicates()
    options.write(pairs)
    guard options.format == .table, let first = pairs.rows.first else { return }
    let merge = CommandText.line("creator", "merge", first[0].shown, first[2].shown)
    Talk.say("look at both, and if they are one: \(merge)", after: "next:")
  }
}
