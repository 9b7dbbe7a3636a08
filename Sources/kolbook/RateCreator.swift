import ArgumentParser
import Domain
import UseCases

struct RateCreator: ParsableCommand, NameFirst {
  static let configuration = CommandConfiguration(
    commandName: "creator",
    abstract: "Rate a creator from 1 to 5, or give a verdict; the default.",
    discussion: """
      EXAMPLES
        kolbook rate 鹿小厨房 4 --comment "steady, answers fast"
        kolbook rate 鹿小厨房 --verdict price:1000 --as 王芳
        kolbook rate creator add 3      one whose name is a command
      """)

  @Argument(help: "An id, 小红书号, link, or (part of) a nickname.") var creator: String
  @Argument(help: "1 (poor) to 5 (excellent).") var stars: Int64?
  @Option(help: ArgumentHelp("ok, price, price:YUAN, hold or no.", valueName: "verdict"))
  var verdict: VerdictWord?
  @Option(help: "Why.") var comment = ""
  @Option(help: ArgumentHelp("The day; today if not said.", valueName: "day")) var on: Day?
  @OptionGroup var options: BookOptions

  func validate() throws {
    guard stars.map({ (1...5).contains($0) }) ?? true else {
      throw ValidationError("stars: wanted 1 to 5, found \(stars ?? 0)")
    }
  }

  func run() throws {
    let book = try options.open()
    let rated = try book.rate(
      creator, stars: stars, verdict: verdict?.verdict, comment: comment, on: on)
    options.done(
      rated.isNew ? "rated \(rated.id) as \(book.actor)" : "\(rated.id) has this rating already",
      rated)
  }
}
