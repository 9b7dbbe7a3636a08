/// Numbers orders by their names, from 0 in the order in which they come.
///
/// Beside each number stands the hash of its name: a search passes others without a look at their names,
/// which lie all over the memory of a large book.
struct OrderPlaces {
  private var slots = [Slot](repeating: Slot(), count: 64)
  private var names: [String] = []

  private struct Slot {
    var hash: UInt32 = 0
    /// Below zero for none.
    var place: Int32 = -1
  }

  /// The number of a name, if it has one.
  subscript(name: String) -> Int? {
    let hash = Self.hash(name)
    let place = slots[slot(of: name, hash)].place
    return place < 0 ? nil : Int(place)
  }

  /// The number of a name, a new one if it has none yet.
  mutating func place(of name: String) -> (place: Int, isNew: Bool) {
    let hash = Self.hash(name)
    var slot = slot(of: name, hash)
    if slots[slot].place >= 0 { return (Int(slots[slot].place), false) }
    if 2 * names.count >= slots.count {
      grow()
      slot = self.slot(of: name, hash)
    }
    slots[slot] = Slot(hash: hash, place: Int32(names.count))
    names.append(name)
    return (names.count - 1, true)
  }

  /// Where a name is, or where it would be put.
  private func slot(of name: String, _ hash: UInt32) -> Int {
    var index = Int(hash) & (slots.count - 1)
    while slots[index].place >= 0 {
      let slot = slots[index]
      if slot.hash == hash, names[Int(slot.place)] == name { return index }
      index = (index + 1) & (slots.count - 1)
    }
    return index
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: 2 * old.count)
    for slot in old where slot.place >= 0 {
      var index = Int(slot.hash) & (slots.count - 1)
      while slots[index].place >= 0 { index = (index + 1) & (slots.count - 1) }
      slots[index] = slot
    }
  }

  private static func hash(_ name: String) -> UInt32 { UInt32(truncatingIfNeeded: name.hashValue) }
}
