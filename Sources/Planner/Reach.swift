/// How far the groups of a pool from some index on can move the spend and the count, for how much loss.
struct Reach {
  /// A bound on the fen moved per loss: 2^20 times fen per 2^30 of loss, `nil` for any.
  private struct Rate {
    var value: Int128? = 0

    mutating func include(_ moved: Int64, _ loss: Int128) {
      guard moved > 0, let old = value else { return }
      let coarse = loss >> 30
      value = coarse == 0 ? nil : max(old, (Int128(moved) << 20) / coarse + 1)
    }

    func most(for loss: Int128) -> Int128? {
      value.map { ($0 * ((loss >> 30) + 1)) >> 20 + 1 }
    }
  }

  private var up: Int128 = 0
  private var down: Int128 = 0
  private var more: Int64 = 0
  private var fewer: Int64 = 0
  private var upRate = Rate()
  private var downRate = Rate()

  /// Takes in the flips of one more group.
  mutating func include(_ flips: ArraySlice<Flip>) {
    up += Int128(max(0, flips.map(\.cost).max() ?? 0))
    down -= Int128(min(0, flips.map(\.cost).min() ?? 0))
    more += max(0, flips.map(\.count).max() ?? 0)
    fewer -= min(0, flips.map(\.count).min() ?? 0)
    for flip in flips {
      upRate.include(flip.cost, flip.loss)
      downRate.include(-flip.cost, flip.loss)
    }
  }

  /// Whether a state that may lose `spare` more can still come into a window.
  func leads(_ state: FlipState, into window: Window, spare: Int128, pull: Int128) -> Bool {
    var low = Int128(window.cost.lowerBound)
    var high = Int128(window.cost.upperBound)
    // A price makes staying away from one end of the window a loss of its own.
    if pull > 0 { low = max(low, high - spare / pull - 1) }
    if pull < 0 { high = min(high, low + spare / -pull + 1) }
    let cost = Int128(state.cost)
    if cost > high, cost - high > min(down, downRate.most(for: spare) ?? down) { return false }
    if cost < low, low - cost > min(up, upRate.most(for: spare) ?? up) { return false }
    return state.count - fewer <= window.count.upperBound
      && state.count + more >= window.count.lowerBound
  }
}
