/// What the planner found out.
public enum Answer: Equatable, Sendable {
  /// Why a search ended before its proof was closed.
  public enum Stop: Equatable, Sendable {
    /// It was asked to stop: the time was up, or the user wanted no more.
    case asked
    /// It would have had to remember too many part lists.
    case outOfRoom
  }

  /// No list has a larger objective. An exact integer bound proves it.
  case optimal(Plan)
  /// This list keeps to everything; no list's objective is larger than `bound`.
  case bounded(Plan, bound: Int64, why: Stop)
  /// No list keeps to everything.
  case infeasible(Conflict)
  /// Stopped before a list was found; if there is one, its objective is at most `bound`.
  case interrupted(bound: Int64, why: Stop)

  /// The list, if one was found.
  public var plan: Plan? {
    switch self {
    case .optimal(let plan), .bounded(let plan, _, _): plan
    case .infeasible, .interrupted: nil
    }
  }

  /// No list's objective is larger; `nil` where there is none.
  public var bound: Int64? {
    switch self {
    case .optimal(let plan): plan.objective
    case .bounded(_, let bound, _), .interrupted(let bound, _): bound
    case .infeasible: nil
    }
  }

  /// How far the list may be from the best one, in units of the objective; `nil` without a list.
  public var gap: Int64? {
    switch self {
    case .optimal: 0
    case .bounded(let plan, let bound, _): bound - plan.objective
    case .infeasible, .interrupted: nil
    }
  }
}
