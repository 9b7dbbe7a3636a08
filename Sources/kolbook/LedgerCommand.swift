import ArgumentParser

struct LedgerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger",
    abstract: "Write the fee books for other programs.",
    discussion: """
      EXAMPLES
        kolbook ledger export --hledger | hledger -f - balance
      """,
    subcommands: [LedgerExport.self])
}
