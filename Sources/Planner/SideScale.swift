/// The rows of a ``SideModel`` in units near one: its own rows first, then two sides of each box, then the agencies.
struct SideScale {
  /// Fen, values and left sides are divided by these.
  let cost: Double
  let value: Double
  let units: [Double]
  /// The coefficients of scaled cost and of count, row after row.
  private let perCost: [Double]
  private let perCount: [Double]
  private let kinds: Int
  /// Rows that are given by kind; the agencies follow.
  let byKind: Int

  init(_ model: SideModel) {
    let booked = Double(max(1, model.options.count { $0.count > 0 }))
    let cost = max(1, model.options.reduce(0) { $0 + Double($1.cost) } / booked)
    self.cost = cost
    value = max(1, model.options.reduce(0) { $0 + Double($1.value) } / booked)
    kinds = model.kinds.count
    byKind = model.rows.count + 2 * model.boxes.count
    var units: [Double] = []
    var perCost: [Double] = []
    var perCount: [Double] = []
    for row in model.rows {
      let money = Double(row.cost.map(\.magnitude).max() ?? 0) * cost
      let people = Double(row.count.map(\.magnitude).max() ?? 0)
      let unit = max(1, money, people)
      units.append(unit)
      perCost += row.cost.map { Double($0) * cost / unit }
      perCount += row.count.map { Double($0) / unit }
    }
    for box in model.boxes {
      for sign in [1.0, -1.0] {
        units.append(1)
        perCost += [Double](repeating: 0, count: model.kinds.count)
        perCount += model.kinds.indices.map { box.contains($0) ? sign : 0 }
      }
    }
    units += model.room.map { _ in 1 }
    (self.units, self.perCost, self.perCount) = (units, perCost, perCount)
  }

  /// What each row has left, boxes without limits.
  func right(_ model: SideModel) -> [Double] {
    zip(model.right, units).map { Double($0) / $1 }
      + model.boxes.flatMap { _ in [Double(model.groups), 0] } + model.room.map { Double($0) }
  }

  func entry(_ row: Int, _ option: SideModel.Option, cost: Double) -> Double {
    if row >= byKind {
      return Int(option.agency) == row - byKind ? Double(option.count) : 0
    }
    let place = row * kinds + Int(option.kind)
    return perCost[place] * cost + (option.count == 0 ? 0 : perCount[place])
  }

  /// What the rows' prices mean for costs and counts of each kind, and for agencies.
  struct Prices {
    var cost: [Double]
    var count: [Double]
    var agency: [Double]
  }

  func prices(_ active: [Int], _ prices: [Double], agencies: Int) -> Prices {
    var found = Prices(
      cost: [Double](repeating: 0, count: kinds), count: [Double](repeating: 0, count: kinds),
      agency: [Double](repeating: 0, count: agencies))
    for (row, price) in zip(active, prices) where price != 0 {
      if row >= byKind {
        found.agency[row - byKind] += price
        continue
      }
      for kind in 0..<kinds {
        found.cost[kind] += price * perCost[row * kinds + kind]
        found.count[kind] += price * perCount[row * kinds + kind]
      }
    }
    return found
  }

  /// What some options add up to.
  struct Totals {
    var cost: [Double]
    var count: [Double]
    var agency: [Double]

    mutating func add(_ option: SideModel.Option, _ amount: Double, _ part: Double) {
      guard option.count != 0 else { return }
      cost[Int(option.kind)] += part * amount
      count[Int(option.kind)] += part
      if option.agency >= 0 { agency[Int(option.agency)] += part }
    }

    func activity(_ row: Int, _ scale: SideScale) -> Double {
      if row >= scale.byKind { return agency[row - scale.byKind] }
      var sum = 0.0
      for kind in cost.indices {
        let place = row * cost.count + kind
        sum += scale.perCost[place] * cost[kind] + scale.perCount[place] * count[kind]
      }
      return sum
    }
  }

  func totals(_ model: SideModel, _ keys: [Int32], _ costs: [Double]) -> Totals {
    var totals = Totals(
      cost: [Double](repeating: 0, count: kinds), count: [Double](repeating: 0, count: kinds),
      agency: [Double](repeating: 0, count: model.room.count))
    for key in keys { totals.add(model.options[Int(key)], costs[Int(key)], 1) }
    return totals
  }
}
