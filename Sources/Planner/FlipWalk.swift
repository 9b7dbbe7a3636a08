/// All choices of a pool that lose at most a limit, group by group in order of loss.
///
/// Of two choices with the same spend and count only the better one is kept; where every list that
/// matters lies well inside one end of the window, so is one that also spends less (or more) for as much.
struct FlipWalk {
  /// Which of two choices with the same count makes the other superfluous.
  enum Dominance {
    /// One that spends the same and is worth as much.
    case same
    /// One that spends no more and is worth as much.
    case cheaper
    /// One that spends no less and is worth as much.
    case dearer
  }

  /// How a walk ended.
  enum Ending {
    /// All choices were visited.
    case complete
    /// The visitor has seen enough.
    case enough
    /// It was asked to stop.
    case stopped
    /// There were too many choices to remember.
    case full
  }

  /// The most steps that are remembered.
  static let room = 4_000_000

  let flips: Flips
  /// The most that a choice may lose; a visitor can lower it.
  private(set) var limit: Int128
  let window: Window
  let dominance: Dominance
  /// Whether counts are told apart.
  let counts: Bool
  private var parents: [Int32] = []
  private var taken: [Int32] = []
  /// What the groups from each index on can do.
  private var reach: [Reach] = [Reach()]
  /// The price of spend where the window's end is what limits the lists, else 0.
  let pull: Int128

  init(
    _ flips: Flips, limit: Int128, window: Window, dominance: Dominance, counts: Bool, pull: Int128
  ) {
    self.flips = flips
    self.limit = limit
    self.window = window
    self.dominance = dominance
    self.counts = counts
    self.pull = pull
    let groups = flips.groups.prefix(flips.leasts.firstIndex { $0 > limit } ?? flips.groups.count)
    for group in groups.reversed() {
      var next = reach[reach.count - 1]
      next.include(flips.flips[group])
      reach.append(next)
    }
    reach.reverse()
  }

  /// Hands each choice over once it is known; `visit` says how much a choice may lose to be worth a visit from now on.
  mutating func run(visit: (FlipState) -> Int128, shouldStop: () -> Bool) -> Ending {
    guard let cost = Int64(exactly: flips.best.cost) else { return .full }
    let start = FlipState(
      cost: cost, count: flips.best.count, value: flips.best.value, loss: 0, trail: -1)
    if !see(start, visit) { return .enough }
    var active = [start]
    // Of groups that do the same, one is only tried where the one before it was taken.
    var moved: [FlipState] = []
    for index in flips.groups.indices {
      let least = flips.leasts[index]
      if least > limit { return .complete }
      let isRepeated = flips.isRepeated(index)
      if isRepeated, moved.isEmpty { continue }
      active.removeAll { !isOpen($0, index) }
      if !isRepeated, active.isEmpty { return .complete }
      if shouldStop() { return .stopped }
      if parents.count > Self.room { return .full }
      let from = isRepeated ? moved.filter { isOpen($0, index) } : active
      moved = []
      for flip in flips.groups[index] {
        var own: [FlipState] = []
        for state in from where state.loss + flips.flips[flip].loss <= limit {
          let next = step(state, flip)
          if !see(next, visit) { return .enough }
          own.append(next)
        }
        active = merge(active, own)
        moved = own
      }
    }
    return .complete
  }

  /// Whether a state can still become a choice worth a visit with the groups from an index on.
  private func isOpen(_ state: FlipState, _ index: Int) -> Bool {
    let spare = limit - state.loss
    return flips.leasts[index] <= spare
      && reach[index].leads(state, into: window, spare: spare, pull: pull)
  }

  /// The flips that led to a state: each group's option instead of its best one.
  func overrides(_ state: FlipState) -> [(group: Int32, option: Int32)] {
    var overrides: [(group: Int32, option: Int32)] = []
    var place = state.trail
    while place >= 0 {
      let flip = flips.flips[Int(taken[Int(place)])]
      overrides.append((flip.group, flip.option))
      place = parents[Int(place)]
    }
    return overrides
  }

  private mutating func see(_ state: FlipState, _ visit: (FlipState) -> Int128) -> Bool {
    limit = min(limit, visit(state))
    return limit >= 0
  }

  private mutating func step(_ state: FlipState, _ index: Int) -> FlipState {
    let flip = flips.flips[index]
    parents.append(state.trail)
    taken.append(Int32(index))
    return FlipState(
      cost: state.cost + flip.cost, count: state.count + flip.count,
      value: state.value + flip.value, loss: state.loss + flip.loss, trail: Int32(parents.count - 1)
    )
  }

  /// Merges two lists sorted by count and spend; of equals the first list's state comes first.
  private func merge(_ first: [FlipState], _ second: [FlipState]) -> [FlipState] {
    var merged: [FlipState] = []
    merged.reserveCapacity(first.count + second.count)
    var (left, right) = (0, 0)
    while left < first.count || right < second.count {
      let takesRight =
        left == first.count
        || (right < second.count && isBefore(second[right], first[left]))
      let next = takesRight ? second[right] : first[left]
      if takesRight { right += 1 } else { left += 1 }
      keep(next, in: &merged)
    }
    return merged
  }

  private func isBefore(_ left: FlipState, _ right: FlipState) -> Bool {
    if counts, left.count != right.count { return left.count < right.count }
    return left.cost < right.cost
  }

  private func keep(_ state: FlipState, in kept: inout [FlipState]) {
    while let last = kept.last, !counts || last.count == state.count {
      // `last` spends no more than `state`.
      if last.value >= state.value, last.cost == state.cost || dominance == .cheaper { return }
      guard state.value >= last.value, last.cost == state.cost || dominance == .dearer else {
        break
      }
      kept.removeLast()
    }
    kept.append(state)
  }
}
