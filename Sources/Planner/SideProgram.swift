/// The linear program over the groups of a ``SideModel``, in floating point, for good multipliers and a fractional list.
///
/// A dual simplex method that keeps the groups out of its basis: of each group one option is the key, which takes what
/// the group's basic options leave of one. Rows join when they are broken. Nothing that is claimed rests on it.
struct SideProgram {
  /// How a run ended.
  enum Ending: Equatable {
    case solved
    /// The rows can't hold together, as `ray` proves if it is checked.
    case infeasible
    case stopped
  }

  /// Where a run can start again: the rows that bind, what is basic, and the keys of the groups with basics.
  struct Basis {
    var rows: [Int32] = []
    var basic: [Int32] = []
    var keys: [(group: Int32, option: Int32)] = []
  }

  let model: SideModel
  let scale: SideScale
  /// The group of each option.
  let groupOf: [Int32]
  /// Each option's cost and value in units near one.
  let cost: [Double]
  let value: [Double]

  /// Which options may be taken.
  var isAlive: [Bool]
  /// What each row has left; boxes are set by the search.
  var right: [Double]

  /// The rows in play.
  var active: [Int] = []
  /// Options, or -1 - place for the slack of an active row.
  var basis: [Int] = []
  var inverse: [Double] = []
  /// By place among the active rows.
  var multipliers: [Double] = []
  var basicValues: [Double] = []
  var keys: [Int32]
  var basicCount: [Int32]
  var rest: [Double] = []
  /// A direction that proves the rows can't hold, by active row.
  var ray: [Double] = []

  var gain: [Double]
  var heap = SideHeap()

  static let tolerance = 1e-9

  init(_ model: SideModel) {
    self.model = model
    let scale = SideScale(model)
    self.scale = scale
    cost = model.options.map { Double($0.cost) / scale.cost }
    value = model.options.map { Double($0.value) / scale.value }
    var groupOf: [Int32] = []
    for group in 0..<model.groups {
      groupOf += model.options(of: group).map { _ in Int32(group) }
    }
    self.groupOf = groupOf
    isAlive = [Bool](repeating: true, count: model.options.count)
    right = scale.right(model)
    keys = (0..<model.groups).map { model.starts[$0] }
    basicCount = [Int32](repeating: 0, count: model.groups)
    gain = [Double](repeating: 0, count: model.options.count)
  }

  /// Solves from a basis on.
  mutating func run(from start: Basis, most limit: Int? = nil, shouldStop: () -> Bool) -> Ending {
    restore(start)
    let most = limit ?? 2_000 + 20 * active.count
    for turn in 0..<most {
      if turn % 16 == 15, shouldStop() { return .stopped }
      computeBasics()
      guard let leaving = leaving() else {
        if !activateBroken() { return .solved }
        continue
      }
      if !pivot(leaving.place, isRising: leaving.isRising) { return .infeasible }
    }
    return .stopped
  }

  /// Where another run may start: rows that don't bind are left out.
  var snapshot: Basis {
    var snapshot = Basis()
    let slacks = Set(basis.filter { $0 < 0 }.map { -1 - $0 })
    snapshot.rows = active.indices.filter { !slacks.contains($0) }.map { Int32(active[$0]) }
    for option in basis where option >= 0 {
      snapshot.basic.append(Int32(option))
      let group = groupOf[option]
      if snapshot.keys.last?.group != group {
        snapshot.keys.append((group, keys[Int(group)]))
      }
    }
    return snapshot
  }

  /// How much of an option is in the mix, where a group is divided.
  var parts: [(option: Int, part: Double)] {
    basis.enumerated().compactMap { place, option in
      option >= 0 ? (option, basicValues[place]) : nil
    }
  }

  /// Sets the limits of the boxes.
  mutating func setBoxes(_ boxes: [ClosedRange<Int64>]) {
    for (place, box) in boxes.enumerated() {
      right[model.rows.count + 2 * place] = Double(box.upperBound)
      right[model.rows.count + 2 * place + 1] = -Double(box.lowerBound)
    }
  }

  /// What the mix is worth, in units of value.
  var objective: Double {
    var sum = keys.reduce(0) { $0 + value[Int($1)] }
    for (option, part) in parts {
      sum += part * (value[option] - value[Int(keys[Int(groupOf[option])])])
    }
    return sum
  }

  /// How many picks of each kind are in the mix.
  func counts() -> [Double] { mix().count }

  func mix() -> SideScale.Totals {
    var totals = scale.totals(model, keys, cost)
    for (option, part) in parts {
      totals.add(model.options[option], cost[option], part)
      let key = Int(keys[Int(groupOf[option])])
      totals.add(model.options[key], cost[key], -part)
    }
    return totals
  }

  /// The option of each group that has the largest part in the mix.
  var rounded: [Int32] {
    var rounded = keys
    var largest: [Int32: (part: Double, sum: Double)] = [:]
    for (option, part) in parts where isAlive[option] {
      let group = groupOf[option]
      var own = largest[group] ?? (0, 0)
      own.sum += part
      if part > own.part { (own.part, rounded[Int(group)]) = (part, Int32(option)) }
      largest[group] = own
    }
    for (group, own) in largest {
      let key = keys[Int(group)]
      if isAlive[Int(key)], 1 - own.sum >= own.part { rounded[Int(group)] = key }
    }
    return rounded
  }

  func group(of option: Int) -> Int { Int(groupOf[option]) }
}
