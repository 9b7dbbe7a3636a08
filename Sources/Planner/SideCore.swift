extension SideModel {
  /// The same model without some options: groups with one left are settled, and take their part of the rows.
  func reduced(keeping isKept: (_ option: Int, _ group: Int) -> Bool) -> SideModel {
    var smaller = self
    smaller.options = []
    smaller.starts = [0]
    for group in 0..<groups {
      let left = options(of: group).filter { isKept($0, group) }
      if left.count == 1, let only = left.first {
        smaller.settle(options[only])
      } else {
        smaller.options += left.map { options[$0] }
        smaller.starts.append(Int32(smaller.options.count))
      }
    }
    smaller.dropIdleAgencies()
    return smaller
  }

  private mutating func settle(_ option: Option) {
    guard option.count > 0 else { return }
    settled.append(option.offer)
    settledValue += option.value
    for (place, row) in rows.enumerated() {
      right[place] -= Int128(row.cost[Int(option.kind)]) * Int128(option.cost)
      right[place] -= Int128(row.count[Int(option.kind)])
    }
    if option.agency >= 0 { room[Int(option.agency)] -= 1 }
  }

  /// Numbers the agencies anew that the groups left could still exceed.
  private mutating func dropIdleAgencies() {
    var members = [Int64](repeating: 0, count: room.count)
    for group in 0..<groups {
      for agency in Set(options[options(of: group)].map(\.agency)) where agency >= 0 {
        members[Int(agency)] += 1
      }
    }
    // One whose settled members are too many already stays, so that its row is seen to be broken.
    let kept = room.indices.filter { members[$0] > room[$0] }
    var places = [Int32](repeating: -1, count: room.count)
    for (place, agency) in kept.enumerated() { places[agency] = Int32(place) }
    for index in options.indices where options[index].agency >= 0 {
      options[index].agency = places[Int(options[index].agency)]
    }
    room = kept.map { room[$0] }
  }
}
