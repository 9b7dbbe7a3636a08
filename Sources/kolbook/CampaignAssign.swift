import ArgumentParser
import UseCases

struct CampaignAssign: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assign",
    abstract: "Assign saved shortlists to a campaign: orders booked from them are its own.",
    discussion: """
      EXAMPLES
        kolbook campaign assign 618 spring spring-2
        kolbook campaign assign 618 spring --undo
      """)

  @Argument(help: "The campaign.") var name: String
  @Argument(help: "One or more shortlists.") var shortlists: [String]
  @Flag(help: "Take them away from it.") var undo = false
  @OptionGroup var options: BookOptions

  func run() throws {
    try options.open().assign(shortlists, to: name, undo: undo)
    options.done(
      (undo ? "took from \(name): " : "assigned to \(name): ")
        + shortlists.joined(separator: ", "))
  }
}
