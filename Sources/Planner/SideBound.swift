/// Bounds of a ``SideModel`` in exact integers: any multipliers of zero or more give a true one.
struct SideBound {
  /// A row of the model and its multiplier, in values times 2^50 for one unit of its left side.
  typealias Multiplier = (row: Int, amount: Int128)

  private let model: SideModel
  private let scale: SideScale
  /// The largest size of each row's part in a bound, per unit of its multiplier.
  private let reach: [Double]

  init(_ model: SideModel, _ scale: SideScale) {
    (self.model, self.scale) = (model, scale)
    var cost = [Double](repeating: 0, count: model.kinds.count)
    for option in model.options where option.count > 0 {
      cost[Int(option.kind)] += Double(option.cost)
    }
    let people = Double(model.options.count)
    reach =
      model.rows.enumerated().map { place, row in
        zip(row.cost, cost).reduce(abs(Double(model.right[place]))) {
          $0 + Double($1.0.magnitude) * $1.1
        } + Double(row.count.map(\.magnitude).max() ?? 0) * people
      } + [Double](repeating: 2 * people + 1, count: 2 * model.boxes.count)
      + model.room.map { Double($0) + people }
  }

  /// Multipliers as integers that 128 bits hold whatever is chosen.
  func integers(_ active: [Int], _ found: [Double], isRay: Bool = false) -> [Multiplier] {
    let rows = Double(max(1, active.count))
    return zip(active, found).compactMap { row, multiplier in
      let unit = row < scale.units.count ? scale.units[row] : 1
      let wanted = multiplier * (isRay ? 1 : scale.value) / unit * 0x1p50
      guard wanted.isFinite, wanted >= 1 else { return nil }
      return (row, Int128(min(wanted, 0x1p122 / (reach[row] * rows)).rounded()))
    }
  }

  /// What the rows' multipliers charge each option, and what their right sides are worth.
  struct Prices {
    var cost: [Int128]
    var count: [Int128]
    var agency: [Int128]
    var constant: Int128 = 0

    func charge(_ option: SideModel.Option) -> Int128 {
      guard option.count != 0 else { return 0 }
      let own = cost[Int(option.kind)] * Int128(option.cost) + count[Int(option.kind)]
      return option.agency < 0 ? own : own + agency[Int(option.agency)]
    }
  }

  func prices(_ multipliers: [Multiplier], _ boxes: [ClosedRange<Int64>]) -> Prices {
    let none = [Int128](repeating: 0, count: model.kinds.count)
    var prices = Prices(
      cost: none, count: none, agency: [Int128](repeating: 0, count: model.room.count))
    for (row, amount) in multipliers {
      prices.constant += amount * right(row, boxes)
      if row >= scale.byKind {
        prices.agency[row - scale.byKind] += amount
      } else if row >= model.rows.count {
        let side = row - model.rows.count
        for kind in model.boxes[side / 2] {
          prices.count[kind] += side % 2 == 0 ? amount : -amount
        }
      } else {
        for kind in model.kinds.indices {
          prices.cost[kind] += amount * Int128(model.rows[row].cost[kind])
          prices.count[kind] += amount * Int128(model.rows[row].count[kind])
        }
      }
    }
    return prices
  }

  private func right(_ row: Int, _ boxes: [ClosedRange<Int64>]) -> Int128 {
    if row >= scale.byKind { return Int128(model.room[row - scale.byKind]) }
    if row < model.rows.count { return model.right[row] }
    let box = boxes[(row - model.rows.count) / 2]
    return Int128((row - model.rows.count) % 2 == 0 ? box.upperBound : -box.lowerBound)
  }

  /// No list of the model's groups scores more; what each option loses against the best of its group.
  func bound(
    _ multipliers: [Multiplier], _ boxes: [ClosedRange<Int64>], _ isAlive: [Bool],
    losses: inout [Int128]
  ) -> Int128 {
    let prices = prices(multipliers, boxes)
    var sum = prices.constant
    for group in 0..<model.groups {
      var best = Int128.min
      for option in model.options(of: group) where isAlive[option] {
        let own = model.options[option]
        let score = Price.scaled(own.value) - prices.charge(own)
        losses[option] = score
        if score > best { best = score }
      }
      for option in model.options(of: group) where isAlive[option] {
        losses[option] = best - losses[option]
      }
      sum += best
    }
    return sum
  }

  /// Whether multipliers prove that no choice keeps to the rows, whatever it is worth.
  func provesNothingFits(
    _ multipliers: [Multiplier], _ boxes: [ClosedRange<Int64>], _ isAlive: [Bool]
  ) -> Bool {
    let prices = prices(multipliers, boxes)
    var sum = prices.constant
    for group in 0..<model.groups {
      var least = Int128.max
      for option in model.options(of: group) where isAlive[option] {
        least = min(least, prices.charge(model.options[option]))
      }
      sum -= least
    }
    return sum < 0
  }

  /// Whether one option of each group keeps to all rows.
  func allows(_ chosen: [Int32]) -> Bool {
    var cost = [Int128](repeating: 0, count: model.kinds.count)
    var count = cost
    var agency = [Int64](repeating: 0, count: model.room.count)
    for place in chosen {
      let option = model.options[Int(place)]
      guard option.count > 0 else { continue }
      cost[Int(option.kind)] += Int128(option.cost)
      count[Int(option.kind)] += 1
      if option.agency >= 0 { agency[Int(option.agency)] += 1 }
    }
    guard zip(agency, model.room).allSatisfy({ $0 <= $1 }) else { return false }
    return model.rows.indices.allSatisfy { place in
      let row = model.rows[place]
      var sum = Int128(0)
      for kind in model.kinds.indices {
        sum += Int128(row.cost[kind]) * cost[kind] + Int128(row.count[kind]) * count[kind]
      }
      return sum <= model.right[place]
    }
  }
}
