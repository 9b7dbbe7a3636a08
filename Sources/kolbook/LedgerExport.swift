import ArgumentParser
import Domain
import UseCases

struct LedgerExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the fee books as a journal that hledger reads.",
    discussion: """
      EXAMPLES
        kolbook ledger export --hledger | hledger -f - balance
        kolbook ledger export --hledger -o books.journal

      The accounts of either side are below brand and payout; each of the two sums to nothing.
      """)

  private static func refuseOtherName(_ path: String) throws {
    try FileOptions.refuseDash(path)
    guard let other = FileForm(of: path) else { return }
    throw Failure(
      .usage, "\(path) is the name of a \(other.title), and --hledger asks for a journal",
      next: "name it .journal")
  }

  @Flag(help: "As a journal for hledger, the one form there is.") var hledger = false
  @Option(name: .shortAndLong, help: ArgumentHelp("Write to this file.", valueName: "file"))
  var output: String?
  @Flag(help: "Replace the file if it is there.") var force = false
  @OptionGroup var options: BookOptions

  func validate() throws {
    guard hledger else { throw ValidationError("wanted a form to write: --hledger") }
    guard options.format == .table else {
      throw ValidationError("--hledger is a form of its own: leave --format out")
    }
  }

  func run() throws {
    if let output { try Self.refuseOtherName(output) }
    let journal = try options.open().hledgerJournal()
    guard let output else { return Output.write(bytes: journal.bytes) }
    try OutputFile.write(journal.bytes, to: output, isForced: force)
    Talk.say("wrote \(output): the fee books through entry \(journal.lastSequence)")
  }
}
