import ArgumentParser
import Domain
import UseCases

/// How an order was placed.
struct PlacedOptions: ParsableArguments {
  /// Where an order is placed.
  enum Channel: String, CaseIterable, ExpressibleByArgument {
    case pugongying, direct
  }

  @Option(help: "An ordinary order, or 优效模式 with its own fees.")
  var mode = FeeRate.Mode.standard

  @Option(help: "direct breaks the platform's rules; an audit reports it.")
  var channel = Channel.pugongying

  @Option(help: ArgumentHelp("The MCN; the creator's own if not said.", valueName: "name"))
  var mcn: String?

  @Option(help: ArgumentHelp("The campaign it belongs to.", valueName: "name"))
  var campaign: String?

  func apply(to draft: inout OrderDraft) {
    draft.mode = mode
    draft.isDirect = channel == .direct
    draft.mcn = mcn
    draft.campaign = campaign
  }
}
