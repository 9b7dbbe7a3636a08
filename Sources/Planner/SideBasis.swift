/// How a ``SideProgram`` sets up its basis, and which rows are in it.
extension SideProgram {
  mutating func restore(_ start: Basis) {
    active = start.rows.map { Int($0) }
    basis = start.basic.map { Int($0) }
    for (group, option) in start.keys { keys[Int(group)] = option }
    factorOrForget()
    chooseKeys()
  }

  /// Inverts the basis; one that has no inverse is given up for the empty one.
  private mutating func factorOrForget() {
    if basis.count == active.count,
      let inverted = SideMatrix.inverse(active.count, column: column(of:))
    {
      inverse = inverted
    } else {
      (active, basis, inverse) = ([], [], [])
    }
    for group in basicCount.indices { basicCount[group] = 0 }
    for option in basis where option >= 0 { basicCount[Int(groupOf[option])] += 1 }
    computeMultipliers()
  }

  func column(of place: Int) -> [Double] {
    let option = basis[place]
    if option < 0 {
      var unit = [Double](repeating: 0, count: active.count)
      unit[-1 - option] = 1
      return unit
    }
    return difference(option, Int(keys[Int(groupOf[option])]))
  }

  func difference(_ option: Int, _ other: Int) -> [Double] {
    active.map { entry($0, option) - entry($0, other) }
  }

  func entry(_ row: Int, _ option: Int) -> Double {
    let own = model.options[option]
    return scale.entry(row, own, cost: cost[option])
  }

  mutating func computeMultipliers() {
    let size = active.count
    multipliers = [Double](repeating: 0, count: size)
    for place in 0..<size where basis[place] >= 0 {
      let option = basis[place]
      let worth = value[option] - value[Int(keys[Int(groupOf[option])])]
      for row in 0..<size { multipliers[row] += worth * inverse[place * size + row] }
    }
    for row in 0..<size where multipliers[row] < 0 { multipliers[row] = 0 }
  }

  /// Takes the option of each undivided group that scores most, and what the rows then have left.
  mutating func chooseKeys() {
    gain = scores(multipliers, withValue: true)
    for group in 0..<model.groups where basicCount[group] == 0 {
      var best = -1
      for option in model.options(of: group) where isAlive[option] {
        if best < 0 || gain[option] > gain[best] { best = option }
      }
      keys[group] = Int32(best < 0 ? Int(model.starts[group]) : best)
    }
    computeRest()
  }

  mutating func computeRest() {
    let totals = scale.totals(model, keys, cost)
    rest = active.map { right[$0] - totals.activity($0, scale) }
  }

  mutating func computeBasics() {
    let size = active.count
    basicValues = [Double](repeating: 0, count: size)
    for place in 0..<size {
      var sum = 0.0
      for row in 0..<size { sum += inverse[place * size + row] * rest[row] }
      basicValues[place] = sum
    }
  }

  /// What each option is charged at prices of the active rows, or its value less that.
  func scores(_ prices: [Double], withValue: Bool) -> [Double] {
    let price = scale.prices(active, prices, agencies: model.room.count)
    return [Double](unsafeUninitializedCapacity: model.options.count) { scores, count in
      for index in model.options.indices {
        let option = model.options[index]
        var sum = price.cost[Int(option.kind)] * cost[index]
        if option.count != 0 {
          sum += price.count[Int(option.kind)]
          if option.agency >= 0 { sum += price.agency[Int(option.agency)] }
        }
        scores[index] = withValue ? value[index] - sum : sum
      }
      count = model.options.count
    }
  }

  /// Brings in the rows that the mix breaks; `false` when there are none.
  mutating func activateBroken() -> Bool {
    let totals = mix()
    let known = Set(active)
    let broken = right.indices.filter { row in
      let spare = Self.tolerance * max(1, abs(right[row]) * 1e-3)
      return !known.contains(row) && totals.activity(row, scale) > right[row] + spare
    }
    if broken.isEmpty { return false }
    for row in broken {
      basis.append(-1 - active.count)
      active.append(row)
    }
    factorOrForget()
    if active.isEmpty { chooseKeys() }
    computeRest()
    return true
  }
}
