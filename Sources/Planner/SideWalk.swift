/// The lists of a node in order of loss, as far as a number of steps goes: each is the best option of every group except
/// for some flips, and is worth the node's bound less their losses and the unused part of rows that have a price.
struct SideWalk {
  private struct Flip {
    let option: Int32
    let loss: Int128
    let value: Int64
    /// The agencies that lose and gain a creator, -1 for none.
    let leaves: Int32
    let joins: Int32
  }

  /// What the groups from one on can move a row's left side down, or up, altogether and for a loss.
  private struct Reach {
    var most: Int128 = 0
    /// Moved per loss: times 2^20, per 2^30 of loss; `nil` for any.
    var rate: Int128? = 0

    mutating func include(_ moved: Int64, _ loss: Int128) {
      guard moved > 0, let old = rate else { return }
      let coarse = loss >> 30
      rate = coarse == 0 ? nil : max(old, (Int128(moved) << 20) / coarse + 1)
    }

    func most(for loss: Int128) -> Int128 {
      guard let rate else { return most }
      return min(most, (rate * ((loss >> 30) + 1)) >> 20 + 1)
    }
  }

  private let rows: Int
  private var flips: [Flip] = []
  /// The change of each row's left side, flip after flip.
  private var changes: [Int64] = []
  /// The flips of each group, the groups by least loss.
  private var groups: [Range<Int>] = []
  private var leasts: [Int128] = []
  /// Rows with a price, and it.
  private let priced: [(row: Int, price: Int128)]
  private var relief: [Reach] = []
  private var fill: [Reach] = []

  /// What each row has left, and each agency.
  private var left: [Int64]
  private var room: [Int64]
  private var broken = 0
  private var value: Int64
  private var taken: [Int32] = []
  /// What a list may lose and still be better than the best.
  private var spare: Int128
  /// Lists that lose more are left for later.
  private var limit: Int128 = 0
  private var steps: Int
  private let bound: Int128
  /// The flips of the best list that was found, and its value.
  private(set) var found: (value: Int64, options: [Int32])?

  /// - Parameter least: only lists worth more than this are looked for.
  init?(
    _ model: SideModel, base: [Int32], losses: [Int128], isAlive: [Bool],
    prices: [SideBound.Multiplier], bound: Int128, least: Int64, steps: Int
  ) {
    rows = model.rows.count
    self.bound = bound
    self.steps = steps
    spare = bound - Price.scaled(least + 1)
    room = model.room
    value = 0
    var activity = [Int128](repeating: 0, count: rows)
    for key in base {
      let option = model.options[Int(key)]
      value += option.value
      if option.agency >= 0 { room[Int(option.agency)] -= option.count }
      for row in 0..<rows { activity[row] += Self.entry(model.rows[row], option) }
    }
    let limit = Int128(1) << 60
    left = []
    for row in 0..<rows {
      let own = model.right[row] - activity[row]
      guard own.magnitude < limit else { return nil }
      left.append(Int64(own))
    }
    priced = prices.filter { $0.row < model.rows.count }.map { ($0.row, $0.amount) }
    collect(model, base, losses, isAlive)
    guard isSmall() else { return nil }
    measure()
  }

  private static func entry(_ row: Row, _ option: SideModel.Option) -> Int128 {
    Int128(row.cost[Int(option.kind)]) * Int128(option.cost)
      + (option.count == 0 ? 0 : Int128(row.count[Int(option.kind)]))
  }

  /// How many flips there are.
  var count: Int { flips.count }

  private mutating func collect(
    _ model: SideModel, _ base: [Int32], _ losses: [Int128], _ isAlive: [Bool]
  ) {
    var own: [(least: Int128, group: Int)] = []
    for group in 0..<model.groups {
      var least = Int128.max
      for option in model.options(of: group) where option != Int(base[group]) && isAlive[option] {
        least = min(least, max(0, losses[option] - losses[Int(base[group])]))
      }
      if least <= spare { own.append((least, group)) }
    }
    own.sort { ($0.least, $0.group) < ($1.least, $1.group) }
    for (least, group) in own {
      let start = flips.count
      let old = model.options[Int(base[group])]
      for option in model.options(of: group)
      where option != Int(base[group]) && isAlive[option] {
        let loss = max(0, losses[option] - losses[Int(base[group])])
        if loss > spare { continue }
        let new = model.options[option]
        flips.append(
          Flip(
            option: Int32(option), loss: loss, value: new.value - old.value,
            leaves: old.agency, joins: new.agency))
        for row in model.rows {
          changes.append(Int64(truncatingIfNeeded: Self.entry(row, new) - Self.entry(row, old)))
        }
      }
      groups.append(start..<flips.count)
      leasts.append(least)
    }
  }

  /// Whether 64 bits hold what all flips together could do.
  private func isSmall() -> Bool {
    (0..<rows).allSatisfy { row in
      flips.indices.reduce(0.0) { $0 + Double(changes[$1 * rows + row].magnitude) } < 0x1p60
    }
  }

  /// What the groups from each on can do, row after row.
  private mutating func measure() {
    relief = [Reach](repeating: Reach(), count: (groups.count + 1) * rows)
    fill = relief
    for place in groups.indices.reversed() {
      for row in 0..<rows {
        var (down, up) = (relief[(place + 1) * rows + row], fill[(place + 1) * rows + row])
        var (mostDown, mostUp) = (Int64(0), Int64(0))
        for flip in groups[place] {
          let change = changes[flip * rows + row]
          mostDown = max(mostDown, -change)
          mostUp = max(mostUp, change)
          down.include(-change, flips[flip].loss)
          up.include(change, flips[flip].loss)
        }
        down.most += Int128(mostDown)
        up.most += Int128(mostUp)
        relief[place * rows + row] = down
        fill[place * rows + row] = up
      }
    }
  }

  /// Walks, looking at lists that lose little first; `true` when all lists that matter were seen.
  mutating func run() -> Bool {
    see()
    limit = leasts.count > 5 ? leasts[5] : spare
    while true {
      limit = min(limit, spare)
      if !descend(from: 0, loss: 0) { return false }
      if limit >= spare { return true }
      let next = leasts.first { $0 > limit } ?? spare
      limit = max(limit + limit / 2, next)
    }
  }

  private mutating func descend(from start: Int, loss: Int128) -> Bool {
    var place = start
    while place < groups.count, loss + leasts[place] <= limit {
      if !leads(place, loss) { return true }
      for flip in groups[place] where loss + flips[flip].loss <= limit {
        steps -= 1
        if steps < 0 { return false }
        apply(flip, 1)
        see()
        let isDone = descend(from: place + 1, loss: loss + flips[flip].loss)
        apply(flip, -1)
        if !isDone { return false }
      }
      place += 1
    }
    return true
  }

  private mutating func apply(_ flip: Int, _ sign: Int64) {
    for row in 0..<rows { left[row] -= sign * changes[flip * rows + row] }
    let own = flips[flip]
    value += sign * own.value
    if own.leaves >= 0 { room[Int(own.leaves)] += sign }
    if own.joins >= 0 { room[Int(own.joins)] -= sign }
    if sign > 0 { taken.append(own.option) } else { taken.removeLast() }
  }

  /// Takes the list at hand if it keeps to the rows and is better.
  private mutating func see() {
    guard Price.scaled(value) > bound - spare - 1, left.allSatisfy({ $0 >= 0 }),
      room.allSatisfy({ $0 >= 0 })
    else { return }
    found = (value, taken)
    spare = bound - Price.scaled(value + 1)
    limit = min(limit, spare)
  }

  /// Whether the groups from one on can still make a list that matters.
  private func leads(_ place: Int, _ loss: Int128) -> Bool {
    let rest = limit - loss
    for row in 0..<rows where left[row] < 0 {
      if -Int128(left[row]) > relief[place * rows + row].most(for: rest) { return false }
    }
    var unused = Int128(0)
    for (row, price) in priced where left[row] > 0 {
      let least = Int128(left[row]) - fill[place * rows + row].most(for: rest)
      if least > 0 { unused += least * price }
      if unused > rest { return false }
    }
    return true
  }
}
