import ArgumentParser

struct ShortlistCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shortlist",
    abstract: "Find the best shortlist that a budget can buy, and keep it.",
    discussion: """
      EXAMPLES
        kolbook shortlist --budget 30万
        kolbook shortlist --budget 30万 --mix 70/20/10 --tolerance 5 --save spring
        kolbook shortlist --budget 20万 --by counts --counts koc=20-40,mid=3-5,head=0
        kolbook shortlist show spring
        kolbook shortlist compare spring spring-2
        kolbook shortlist swap spring 桃桃
        kolbook shortlist replan spring
      """,
    subcommands: [
      ShortlistPlan.self, ShortlistList.self, ShortlistShow.self, ShortlistCompare.self,
      ShortlistCopy.self, ShortlistDelete.self, ShortlistLock.self, ShortlistDrop.self,
      ShortlistReplan.self, ShortlistSwap.self, ShortlistWhy.self,
    ],
    defaultSubcommand: ShortlistPlan.self)
}
