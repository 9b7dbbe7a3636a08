import ArgumentParser
import UseCases

struct Tag: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tag",
    abstract: "Put tags on a creator.",
    discussion: """
      EXAMPLES
        kolbook tag 鹿小厨房 春季 重点
      """)

  @Argument(help: "An id, 小红书号, link, or (part of) a nickname.") var creator: String
  @Argument(help: "One or more words.") var tags: [String]
  @OptionGroup var options: BookOptions

  func run() throws {
    let (receipt, added) = try options.open().tag(creator, tags)
    options.done(added.isEmpty ? "nothing new" : "tagged \(added.joined(separator: ", "))", receipt)
  }
}

struct Untag: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "untag",
    abstract: "Take tags off a creator.",
    discussion: """
      EXAMPLES
        kolbook untag 鹿小厨房 春季
      """)

  @Argument(help: "An id, 小红书号, link, or (part of) a nickname.") var creator: String
  @Argument(help: "One or more words.") var tags: [String]
  @OptionGroup var options: BookOptions

  func run() throws {
    let (receipt, removed) = try options.open().untag(creator, tags)
    options.done(
      removed.isEmpty ? "none of them was there" : "took off \(removed.joined(separator: ", "))",
      receipt)
  }
}
