import Domain
import UseCases

/// A shortlist on its way out: figures on standard output, what else there is to say beside it.
enum ShortlistOutput {
  /// Writes what the planner found out.
  ///
  /// - Throws: ``Outcome`` when nothing fits, ``Failure`` when the search was stopped before it found a list.
  static func write(_ outcome: ShortlistOutcome, _ options: BookOptions) throws {
    if options.format == .json { Output.write(outcome.json()) }
    if !outcome.leftOut.isEmpty {
      let parts = outcome.leftOut.map { "\(Grouped.text(Int64($0.count))) \($0.why.rawValue)" }
      Talk.say("left out: \(parts.joined(separator: ", "))")
    }
    if let rates = outcome.rates {
      Talk.say(
        "engagement: measured of \(Counted.text(Int64(rates.measured), "creator")), "
          + "claimed of \(Grouped.text(Int64(rates.claimed)))")
    }
    if let list = outcome.list {
      if options.format != .json { write(list, options) }
      if options.format == .table, let reasons = outcome.reasons {
        Output.write("\n" + ReasonsText.text(of: reasons))
      }
      return
    }
    throw end(of: outcome)
  }

  /// Says why there is no list.
  ///
  /// - Returns: how the program ends: ``Outcome`` when nothing fits, ``Failure`` when the search was stopped.
  static func end(of outcome: ShortlistOutcome) -> any Error {
    guard outcome.status == .infeasible else {
      guard !Interrupt.isAsked() else {
        return Failure(.interrupted, "stopped before a list was found")
      }
      guard !outcome.isOutOfRoom else {
        return Failure(
          .failed, "the search grew too large before a list was found; there may be one",
          next: "allow a larger --tolerance, or choose among fewer creators")
      }
      return Failure(
        .failed, "no list was found within the time limit, nor was it proven that there is none",
        next: "give it more time with --time-limit SECONDS")
    }
    guard !Interrupt.isAsked() else {
      return Failure(
        .interrupted, "no list fits; stopped before all that would work was tried",
        details: outcome.conflict)
    }
    Talk.say("kolbook: no list fits")
    for sentence in outcome.conflict { Talk.say("  \(sentence)") }
    return Outcome.infeasible
  }

  /// Writes a list: the pyramid and the picks for people, the picks for other programs.
  static func write(_ list: Shortlist, _ options: BookOptions) {
    switch options.format {
    case .table: Output.write(PyramidText.text(of: list))
    case .json: Output.write(list.json())
    case .csv, .tsv: options.write(list.listing)
    }
  }
}
