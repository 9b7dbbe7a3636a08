import ArgumentParser
import UseCases

struct Undo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Take back what a command changed about creators, such as an import.",
    discussion: """
      EXAMPLES
        kolbook undo              the newest change; once more makes it again
        kolbook undo 12           change 12 of kolbook log
        kolbook undo 12 --dry-run what that would do

      All of it happens, or nothing. What others changed since stays. Orders, shortlists and the
      ledger are never undone.
      """)

  @Argument(help: "The number of a change; the newest if not said.") var change: Int64?
  @Flag(help: "Say what it would do, and keep nothing.") var dryRun = false
  @OptionGroup var options: BookOptions

  func run() throws {
    let book = try options.open()
    Interrupt.listen()
    let receipt = try book.undo(change, isDryRun: dryRun)
    guard options.format == .table else { return options.write(receipt.listing) }
    options.done(Self.words(of: receipt))
    if !dryRun {
      Talk.say("to make it again: kolbook undo \(receipt.change)", after: "next:")
    }
  }

  private static func words(of receipt: UndoReceipt) -> String {
    let out = [(receipt.creatorsOut, "creator"), (receipt.valuesOut, "value")]
    let back = [(receipt.creatorsBack, "creator"), (receipt.valuesBack, "value")]
    let parts = [
      counted(out).map { "took out \($0)" }, counted(back).map { "put back \($0)" },
      counted([(receipt.cardsBack, "creator")]).map { "restored what was known of \($0)" },
    ].compactMap(\.self)
    return (receipt.isDryRun ? "would undo" : "undid")
      + " change \(receipt.undone) (\(receipt.command)): "
      + parts.joined(separator: ", ")
  }

  private static func counted(_ counts: [(Int64, String)]) -> String? {
    let words = counts.filter { $0.0 > 0 }.map { Counted.text($0.0, $0.1) }
    return words.isEmpty ? nil : words.joined(separator: " and ")
  }
}
