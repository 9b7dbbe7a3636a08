import ArgumentParser
import UseCases

struct Edit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "Change what is known of a creator; figures get a new dated row.",
    discussion: """
      EXAMPLES
        kolbook edit 鹿小厨房 --followers 13万
        kolbook edit 6299994484 --agency "" --city 上海
      """)

  @Argument(help: "An id, 小红书号, link, or (part of) a nickname.") var creator: String
  @Option(help: "The new nickname.") var nickname: String?
  @OptionGroup var draft: DraftOptions
  @OptionGroup var options: BookOptions

  func run() throws {
    let book = try options.open()
    var draft = try draft.draft(on: book.today, source: book.actor)
    draft.nickname = nickname
    let changed = try book.edit(creator, draft)
    options.done("changed \(changed.id)", changed)
  }
}
