import ArgumentParser

struct CreatorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "creator",
    abstract: "Find creators who are in the book twice, and make one of them.",
    discussion: """
      EXAMPLES
        kolbook creator duplicates
        kolbook creator merge 鹿小厨房 kb17
      """,
    subcommands: [CreatorDuplicates.self, CreatorMerge.self])
}
