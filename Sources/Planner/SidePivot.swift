/// How a ``SideProgram`` moves from basis to basis.
extension SideProgram {
  /// The basic option or slack furthest below zero, or the dead option furthest above it.
  mutating func leaving() -> (place: Int, isRising: Bool)? {
    var worst = Self.tolerance
    var found: (place: Int, isRising: Bool)?
    var keyShare: [Int32: Double] = [:]
    for place in basis.indices {
      let option = basis[place]
      let amount = basicValues[place]
      if -amount > worst { (worst, found) = (-amount, (place, true)) }
      guard option >= 0 else { continue }
      if !isAlive[option], amount > worst { (worst, found) = (amount, (place, false)) }
      keyShare[groupOf[option], default: 1] -= amount
    }
    var broken: Int32 = -1
    for place in basis.indices where basis[place] >= 0 {
      let group = groupOf[basis[place]]
      let share = keyShare[group] ?? 0
      let isDead = !isAlive[Int(keys[Int(group)])]
      let badness = isDead ? abs(share) : -share
      if badness > worst { (worst, broken) = (badness, group) }
    }
    guard broken >= 0 else { return found }
    return exchangeKey(of: Int(broken), isRising: (keyShare[broken] ?? 0) < 0)
  }

  /// Makes another of a group's basic options its key; what was the key is to leave.
  mutating func exchangeKey(of group: Int, isRising: Bool) -> (place: Int, isRising: Bool)? {
    var place = -1
    for index in basis.indices where basis[index] >= 0 && Int(groupOf[basis[index]]) == group {
      if place < 0 || basicValues[index] > basicValues[place] { place = index }
    }
    let old = Int(keys[group])
    let new = basis[place]
    keys[group] = Int32(new)
    let size = active.count
    // Columns become differences from the new key: rows of the inverse change the other way round.
    for row in 0..<size {
      var sum = inverse[place * size + row]
      for index in basis.indices where index != place && basis[index] >= 0 {
        if Int(groupOf[basis[index]]) == group { sum += inverse[index * size + row] }
      }
      inverse[place * size + row] = -sum
    }
    basis[place] = old
    let step = difference(new, old)
    for row in 0..<size { rest[row] -= step[row] }
    computeBasics()
    return (place, isRising)
  }

  /// Moves a basic option or slack to zero; `false` when nothing can take its place.
  mutating func pivot(_ place: Int, isRising: Bool) -> Bool {
    let size = active.count
    let sign = isRising ? 1.0 : -1.0
    let direction = (0..<size).map { sign * inverse[place * size + $0] }
    guard let entering = ratioTest(direction, missing: abs(basicValues[place])) else {
      ray = direction
      return false
    }
    let column =
      entering < 0
      ? column(ofSlack: -1 - entering)
      : difference(entering, Int(keys[Int(groupOf[entering])]))
    var change = [Double](repeating: 0, count: size)
    for index in 0..<size {
      for row in 0..<size { change[index] += inverse[index * size + row] * column[row] }
    }
    let pivot = change[place]
    for row in 0..<size { inverse[place * size + row] /= pivot }
    for index in 0..<size where index != place && change[index] != 0 {
      for row in 0..<size {
        inverse[index * size + row] -= change[index] * inverse[place * size + row]
      }
    }
    let left = basis[place]
    if left >= 0 { basicCount[Int(groupOf[left])] -= 1 }
    basis[place] = entering
    if entering >= 0 { basicCount[Int(groupOf[entering])] += 1 }
    computeMultipliers()
    if left >= 0, !isAlive[Int(keys[Int(groupOf[left])])], basicCount[Int(groupOf[left])] == 0 {
      chooseKeys()
    }
    return true
  }

  func column(ofSlack row: Int) -> [Double] {
    (0..<active.count).map { $0 == row ? 1 : 0 }
  }

  /// What enters when the multipliers move along a direction: groups whose best option changes on the way change it.
  mutating func ratioTest(_ direction: [Double], missing: Double) -> Int? {
    var left = missing
    gain = scores(multipliers, withValue: true)
    let slope = scores(direction, withValue: false)
    let isBasic = Set(basis)
    heap.removeAll()
    for row in direction.indices where !isBasic.contains(-1 - row) && direction[row] < -1e-10 {
      heap.append(SideHeap.Entry(at: multipliers[row] / -direction[row], option: -1 - row))
    }
    for group in 0..<model.groups {
      let key = Int(keys[group])
      for option in model.options(of: group)
      where option != key && isAlive[option] && slope[option] - slope[key] < -1e-10 {
        if basicCount[group] > 0, isBasic.contains(option) { continue }
        let at = (gain[option] - gain[key]) / (slope[option] - slope[key])
        heap.append(SideHeap.Entry(at: max(0, at), option: option))
      }
    }
    heap.arrange()
    while let entry = heap.removeFirst() {
      if entry.option < 0 { return entry.option }
      let group = Int(groupOf[entry.option])
      let key = Int(keys[group])
      let pull = slope[entry.option] - slope[key]
      // The group's key changed on the way: the option may come later, or not at all.
      if pull > -1e-10 { continue }
      let at = max(entry.at, (gain[entry.option] - gain[key]) / pull)
      if at > entry.at + 1e-12 {
        heap.insert(SideHeap.Entry(at: at, option: entry.option))
        continue
      }
      left += pull
      if left <= 0 || basicCount[group] > 0 { return entry.option }
      let step = difference(entry.option, key)
      for row in rest.indices { rest[row] -= step[row] }
      keys[group] = Int32(entry.option)
    }
    return nil
  }
}
