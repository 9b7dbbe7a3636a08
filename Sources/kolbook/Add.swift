import ArgumentParser
import Domain
import UseCases

struct Add: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add a creator.",
    discussion: """
      EXAMPLES
        kolbook add 鹿小厨房 --followers 12.5万 --engagement 5.2% \\
          --image ¥8,000 --category 美食
        kolbook add "Lina Bakes" --user-id 5f1e0000000000000000a001 --red-id 629999
      """)

  @Argument(help: "昵称.") var nickname: String
  @Option(help: ArgumentHelp("The key in the book, if you have your own.", valueName: "id"))
  var id: String?
  @OptionGroup var draft: DraftOptions
  @OptionGroup var options: BookOptions

  func run() throws {
    let book = try options.open()
    var draft = try draft.draft(on: book.today, source: book.actor)
    draft.nickname = nickname
    draft.id = id
    let added = try book.add(draft)
    options.done(
      "added \(nickname) as \(added.id)\nnext: \(CommandText.line("show", added.id.text))", added)
    if let other = try book.namesakes(of: added.id).first {
      Talk.say("note: \(other) has the same nickname; a user id or 小红书号 tells them apart")
    }
  }
}
