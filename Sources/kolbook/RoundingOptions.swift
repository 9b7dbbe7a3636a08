import ArgumentParser
import Domain

/// What becomes of amounts in files that are finer than a fen.
struct RoundingOptions: ParsableArguments {
  enum Rounding: String, CaseIterable, ExpressibleByArgument {
    case refuse
    case halfUp = "half-up"
  }

  @Option(help: "What becomes of amounts finer than a fen; what is rounded is reported.")
  var roundInput: Rounding = .refuse

  /// What was asked for.
  var rounding: FenRounding { roundInput == .halfUp ? .halfUp : .refuse }
}
