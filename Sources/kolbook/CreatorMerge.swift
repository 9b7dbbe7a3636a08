import ArgumentParser
import Domain
import UseCases

struct CreatorMerge: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Make two creators one: all that is filed under the second goes to the first.",
    discussion: """
      EXAMPLES
        kolbook creator merge 鹿小厨房 kb17
        kolbook undo                      if they are two after all

      The ids of the second find the first from then on. What both cards say otherwise becomes a
      note. Orders of the second are listed under the first; the ledger keeps what it says.
      """)

  @Argument(help: "Who is kept: an id, 小红书号, link, or (part of) a nickname.") var keep: String
  @Argument(help: "Who turned out to be the same.") var gone: String
  @OptionGroup var options: BookOptions

  func run() throws {
    let merged = try options.open().merge(keep, gone)
    options.done(
      "merged into \(merged.id)\nnext: \(CommandText.line("show", merged.id.text))", merged)
  }
}
