import ArgumentParser

struct RateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rate",
    abstract: "Rate a creator, the newest per rater counts; or add to Pugongying's fee rates.",
    discussion: """
      EXAMPLES
        kolbook rate 鹿小厨房 4 --comment "steady, answers fast"
        kolbook rate 鹿小厨房 --verdict price:1000 --as 王芳
        kolbook rate add --from 2026-07-01 --brand 8% --creator 12%
      """,
    subcommands: [RateCreator.self, RateAdd.self], defaultSubcommand: RateCreator.self)
}
