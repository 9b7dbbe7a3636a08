import ArgumentParser
import UseCases

struct Note: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "note",
    abstract: "Keep a note on a creator.",
    discussion: """
      EXAMPLES
        kolbook note 鹿小厨房 "prefers video, free after 618"
      """)

  @Argument(help: "An id, 小红书号, link, or (part of) a nickname.") var creator: String
  @Argument(help: "The note.") var text: String
  @OptionGroup var options: BookOptions

  func run() throws {
    let noted = try options.open().note(creator, text)
    options.done(noted.isNew ? "noted" : "that note is there already", noted)
  }
}
