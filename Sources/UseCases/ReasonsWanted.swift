import Planner

/// What to work the reasons out with.
struct ReasonsWanted {
  /// What the planner is asked without one wish that decides who can be chosen, and that wish's words.
  let problems: [(words: String, make: () throws -> Problem)]
  /// Asked often; when it says `true`, the rest is left open.
  let shouldStop: () -> Bool
}
