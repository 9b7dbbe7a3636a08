/// Whether a problem has a list at all.
enum Feasibility {
  case possible
  case impossible
  /// The question took too long.
  case unknown

  /// How often a check may be asked whether to stop before it gives up: some tenths of a second.
  private static let patience = 20_000

  static func check(
    _ problem: Problem, ignoring ignored: Set<Constraint> = [], _ shouldStop: () -> Bool
  ) -> Feasibility {
    var asked = 0
    if problem.crossesBands(ignoring: ignored) {
      var solver = SideSolver(problem, ignoring: ignored)
      let ending = solver.run(enough: 0) {
        asked += 10
        return asked > patience || shouldStop()
      }
      if solver.best != nil { return .possible }
      return ending == .proven ? .impossible : .unknown
    }
    let model = Model(problem, ignoring: ignored)
    guard model.missing.isEmpty else { return .impossible }
    var search = StagedSearch(model)
    let ending = search.run(enough: 0) {
      asked += 1
      return asked > patience || shouldStop()
    }
    if search.best != nil { return .possible }
    return ending == .proven ? .impossible : .unknown
  }
}
