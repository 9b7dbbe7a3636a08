import Domain

/// Finds the best list of a problem whose rules cross the bands: a good list from the closest calls first, then the proof.
struct SideSolver {
  /// How many of the closest calls are left open at first, and in how many nodes.
  private static let width = 150
  private static let nodes = 400

  let model: SideModel
  private(set) var best: (value: Int64, picks: [Int32])?

  init(_ problem: Problem, ignoring ignored: Set<Constraint> = []) {
    model = SideModel(problem, ignoring: ignored)
  }

  /// The list that was found.
  var plan: Plan? { best.map { Plan(picks: $0.picks.map { model.offers[Int($0)] }) } }

  /// Searches until the best list is proven, or it is told to stop.
  ///
  /// - Parameter enough: any list worth this much will do.
  mutating func run(enough: Int64 = .max, shouldStop: () -> Bool) -> Search.Ending {
    if model.isMissing { return .proven }
    guard let (bound, losses) = root(shouldStop) else { return .proven }
    let top = Price.whole(bound)
    if shouldStop() { return .stopped(bound: top, why: .asked) }
    let calls = calls(losses)
    var width = Self.width
    while width < model.groups, isWide(calls, bound, 2 * width) {
      let ending = search(core(losses, calls, width), bound, Self.nodes, enough, shouldStop)
      if case .stopped(_, let why) = ending { return .stopped(bound: top, why: why) }
      if incumbent >= enough { return .stopped(bound: top, why: .asked) }
      width *= 4
    }
    if top <= incumbent { return .proven }
    let spare = best.map { bound - Price.scaled($0.value + 1) }
    let core = spare.map { spare in model.reduced { option, _ in losses[option] <= spare } }
    return search(core ?? model, bound, .max, enough, shouldStop)
      ?? .stopped(bound: top, why: .asked)
  }

  private var incumbent: Int64 { best?.value ?? -1 }

  /// A bound on all lists, and what each option loses against the best of its group; `nil` when nothing fits.
  private func root(_ shouldStop: () -> Bool) -> (bound: Int128, losses: [Int128])? {
    var program = SideProgram(model)
    let exact = SideBound(model, program.scale)
    let boxes = model.boxes.map { _ in 0...Int64(model.groups) }
    if program.run(from: SideProgram.Basis(), shouldStop: shouldStop) == .infeasible {
      let ray = exact.integers(program.active, program.ray, isRay: true)
      if exact.provesNothingFits(ray, boxes, program.isAlive) { return nil }
    }
    var losses = [Int128](repeating: 0, count: model.options.count)
    let multipliers = exact.integers(program.active, program.multipliers)
    let bound = exact.bound(multipliers, boxes, program.isAlive, losses: &losses)
    return (bound, losses)
  }

  private mutating func search(
    _ core: SideModel, _ bound: Int128, _ most: Int, _ enough: Int64, _ shouldStop: () -> Bool
  ) -> Search.Ending? {
    var search = SideSearch(core, bound: bound, best: best)
    let ending = search.run(most: most, enough: enough, shouldStop: shouldStop)
    best = search.best
    return ending
  }

  /// By how little each group's second best option loses.
  private func calls(_ losses: [Int128]) -> [Int128] {
    (0..<model.groups).map { group in
      let own = losses[model.options(of: group)].sorted()
      return own.count > 1 ? own[1] : Int128.max
    }
  }

  /// Whether more groups than a number have a choice that matters.
  private func isWide(_ calls: [Int128], _ bound: Int128, _ number: Int) -> Bool {
    guard let best else { return true }
    let spare = bound - Price.scaled(best.value + 1)
    return calls.count { $0 <= spare } > number
  }

  /// The groups whose choice is closest left open, the others settled as they score best.
  private func core(_ losses: [Int128], _ calls: [Int128], _ width: Int) -> SideModel {
    let order = calls.indices.sorted { (calls[$0], $0) < (calls[$1], $1) }
    let open = Set(order.prefix(width))
    return model.reduced { option, group in
      guard !open.contains(group) else { return true }
      return option == model.options(of: group).first { losses[$0] == 0 }
    }
  }
}
