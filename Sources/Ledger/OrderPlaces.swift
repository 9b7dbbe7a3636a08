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
    var index = Int(hash) & (slots.count - 1)
    while slots[index].place >= 0 {
      let slot = slots[index]
      if slot.hash == hash, names[Int(slot.place)] == name { return Int(slot.place) }
      index = (index + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Numbers a name that has no number yet.
  mutating func add(_ name: String) {
    if 2 * names.count >= slots.count { grow() }
    insert(Slot(hash: Self.hash(name), place: Int32(names.count)))
    names.append(name)
  }

  private mutating func insert(_ slot: Slot) {
    var index = Int(slot.hash) & (slots.count - 1)
    while slots[index].place >= 0 { index = (index + 1) & (slots.count - 1) }
    slots[index] = slot
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: 2 * old.count)
    for slot in old where slot.place >= 0 { insert(slot) }
  }

  private static func hash(_ name: String) -> UInt32 { UInt32(truncatingIfNeeded: name.hashValue) }
}
