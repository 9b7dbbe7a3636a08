public import Domain
import Planner
import Store

extension OpenBook {
  /// The reasons for a kept list, with its marks and the figures of today.
  ///
  /// They are the reasons for the best list that what was asked then allows now; where the book has changed
  /// since, that may be another list.
  ///
  /// - Parameters:
  ///   - asDecided: whether picks cost and are worth what they were when they were decided, instead of today.
  ///   - reasons: works out the reasons until this says `true`.
  ///   - shouldStop: asked often while the best list is looked for.
  /// - Returns: the best list with its reasons, and how many picks of the kept one it has.
  /// - Throws: ``Failure`` when there is no such list, or somebody locked can't be booked today.
  public func why(
    _ name: String, asDecided: Bool, reasons: @escaping () -> Bool, shouldStop: () -> Bool
  ) throws -> (outcome: ShortlistOutcome, list: Shortlist, shared: Int) {
    let list = try shortlist(name)
    let revision = try revision(of: list, asDecided: asDecided, newName: "")
    let answer = revision.problem.solve(shouldStop: shouldStop)
    let best = try answer.plan.map { try revision.list($0, bound: answer.bound ?? 0) }
    var outcome = try revision.outcome(answer, best)
    if case .optimal(let plan) = answer {
      let problems = revision.search.request.withoutEach.map { words, request in
        (
          words: words,
          make: {
            try self.revision(of: list, asking: request, asDecided: asDecided, newName: "").problem
          }
        )
      }
      let reasoning = Reasoning(
        search: revision.search, source: revision.source, problem: revision.problem, best: plan)
      outcome.reasons = try reasoning.reasons(
        ReasonsWanted(problems: problems, shouldStop: reasons))
    }
    let notes = Set((best?.picks ?? []).map { [$0.creator.text, $0.format.rawValue] })
    let shared = list.picks.count { notes.contains([$0.creator.text, $0.format.rawValue]) }
    return (outcome, list, shared)
  }
}
