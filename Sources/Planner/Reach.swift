/// How far the groups of a pool from some index on can move the spend and the count, for how much loss.
struct Reach {
  /// A bound on what is moved per loss: 2^shift times it per 2^30 of loss, `nil` for any.
  private struct Rate {
    let shift: Int128
    var value: Int128? = 0

    init(shift: Int128) { self.shift = shift }

    mutating func include(_ moved: Int64, _ loss: Int128) {
      guard moved > 0, let old = value else { return }
      let coarse = loss >> 30
      value = coarse == 0 ? nil : max(old, (Int128(moved) << shift) / coarse + 1)
    }

    func most(for loss: Int128) -> Int128? {
      value.map { ($0 * ((loss >> 30) + 1)) >> shift + 1 }
    }
  }

  private var up: Int128 = 0
  private var down: Int128 = 0
  private var more: Int64 = 0
  private var fewer: Int64 = 0
  private var upRate = Rate(shift: 20)
  private var downRate = Rate(shift: 20)
  private var moreRate = Rate(shift: 40)
  private var fewerRate = Rate(shift: 40)

  /// Takes in the flips of one more group.
  mutating func include(_ flips: ArraySlice<Flip>) {
    up += Int128(max(0, flips.map(\.cost).max() ?? 0))
    down -= Int128(min(0, flips.map(\.cost).min() ?? 0))
    more += max(0, flips.map(\.count).max() ?? 0)
    fewer -= min(0, flips.map(\.count).min() ?? 0)
    for flip in flips {
      upRate.include(flip.cost, flip.loss)
      downRate.include(-flip.cost, flip.loss)
      moreRate.include(flip.count, flip.loss)
      fewerRate.include(-flip.count, flip.loss)
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
    let (least, most) = (Int128(window.count.lowerBound), Int128(window.count.upperBound))
    let count = Int128(state.count)
    if count > most, count - most > min(Int128(fewer), fewerRate.most(for: spare) ?? .max) {
      return false
    }
    return count >= least || least - count <= min(Int128(more), moreRate.most(for: spare) ?? .max)
  }
}
