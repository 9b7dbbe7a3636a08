import ArgumentParser

struct StatementCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "statement",
    abstract: "List, show and forget the statements of Pugongying's that reconcile has kept.",
    discussion: """
      EXAMPLES
        kolbook statement list
        kolbook statement show 1
        kolbook statement forget 1
      """,
    subcommands: [StatementList.self, StatementShow.self, StatementForget.self],
    defaultSubcommand: StatementList.self)
}
