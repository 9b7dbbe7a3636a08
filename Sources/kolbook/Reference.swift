import ArgumentParser

struct Reference: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reference",
    abstract: "Show tiers, premiums, fee rates and benchmarks, or put your own in their place.",
    discussion: """
      EXAMPLES
        kolbook reference show
        kolbook reference show tier
        kolbook reference import tier my-tiers.csv
      """,
    subcommands: [ReferenceShow.self, ReferenceImport.self])
}
