import Domain

extension Problem {
  /// The best list, proven, or what stands in its way.
  ///
  /// The answer is a function of the offers as a set: they are put in order of creator id, format, cost and
  /// value first, and of lists that are equally good the one that this search meets first is taken. Only
  /// `shouldStop` can make two runs differ; it is asked often and should be cheap.
  ///
  /// - Precondition: all offers of a creator are in one band.
  public func solve(shouldStop: () -> Bool = { false }) -> Answer {
    answer(shouldStop: shouldStop) ?? .infeasible(explained(shouldStop))
  }

  /// The answer, or `nil` where there is no list, without looking for why there is none.
  public func answer(shouldStop: () -> Bool = { false }) -> Answer? {
    if crossesBands() {
      var solver = SideSolver(self)
      let ending = solver.run(shouldStop: shouldStop)
      return answer(ending, solver.plan)
    }
    let model = Model(self)
    guard model.missing.isEmpty else { return nil }
    var search = StagedSearch(model)
    let ending = search.run(shouldStop: shouldStop)
    return answer(ending, search.plan)
  }

  private func answer(_ ending: Search.Ending, _ plan: Plan?) -> Answer? {
    switch (ending, plan) {
    case (.proven, let plan?): return .optimal(plan)
    case (.proven, nil): return nil
    case (.stopped(let bound, let why), let plan?):
      return .bounded(plan, bound: max(bound, plan.objective), why: why)
    case (.stopped(let bound, let why), nil): return .interrupted(bound: bound, why: why)
    }
  }
}

extension Problem {
  private func explained(_ shouldStop: () -> Bool) -> Conflict {
    withoutActuallyEscaping(shouldStop) { Explanation(self, shouldStop: $0).conflict() }
  }
}
