import ArgumentParser

struct ResultsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "results",
    abstract: "Follow what came of notes: read results in, list and show them.",
    discussion: """
      EXAMPLES
        kolbook results import notes.xlsx ads.csv
        kolbook results list
        kolbook results list --campaign spring --by tier
        kolbook results show NOTE
        kolbook results boost --campaign spring --budget 5万
        kolbook results rebook --campaign spring

      Results are dated and never overwritten: of each note the newest counts.
      """,
    subcommands: [
      ResultsImport.self, ResultsList.self, ResultsShow.self, ResultsConversions.self,
      ResultsSearches.self, ResultsBoost.self, ResultsRebook.self, ResultsUnusual.self,
      ResultsImports.self, ResultsForget.self,
    ])
}
