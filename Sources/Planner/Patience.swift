/// How much all the questions after a problem without a list may take together: counted, not timed, so that
/// the same problem always gets the same answers.
final class Patience {
  /// Some tenths of a second.
  private var left = 30_000
  private let shouldStop: () -> Bool

  init(_ shouldStop: @escaping () -> Bool) {
    self.shouldStop = shouldStop
  }

  /// Whether it is used up, after so much more.
  func isOver(after cost: Int = 1) -> Bool {
    left -= cost
    return left < 0 || shouldStop()
  }

  /// Whether a problem has a list, as far as patience goes; each look at it takes all of its offers.
  func check(_ problem: Problem, ignoring ignored: Set<Constraint> = []) -> Feasibility {
    if isOver(after: problem.offers.count / 50) { return .unknown }
    return Feasibility.check(problem, ignoring: ignored) { isOver() }
  }
}
