/// Numbers names, from 0 in the order in which they come. Names are the same when their bytes are.
///
/// Beside each number stands what nearly every name is told by: texts lie all over the memory of a large
/// book, and looking at one takes longer than all else.
struct NamePlaces {
  private var slots = [Slot](repeating: Slot(), count: 64)
  /// The names by their numbers.
  private(set) var names: [String] = []

  private struct Slot {
    var start = NameStart()
    var count: Int32 = 0
    /// Below zero for none.
    var place: Int32 = -1
  }

  /// The number of a name, if it has one.
  subscript(name: String) -> Int? { self[name.utf8.span] }

  /// The number of the name of these bytes, if it has one.
  subscript(name: Span<UInt8>) -> Int? {
    let place = slots[slot(of: name, NameStart(name))].place
    return place < 0 ? nil : Int(place)
  }

  /// The number of a name, a new one if it has none yet.
  mutating func place(of name: String) -> (place: Int, isNew: Bool) {
    let start = NameStart(name.utf8.span)
    var slot = slot(of: name.utf8.span, start)
    if slots[slot].place >= 0 { return (Int(slots[slot].place), false) }
    if 2 * names.count >= slots.count {
      grow()
      slot = self.slot(of: name.utf8.span, start)
    }
    slots[slot] = Slot(
      start: start, count: Int32(clamping: name.utf8.count), place: Int32(names.count))
    names.append(name)
    return (names.count - 1, true)
  }

  /// Whether a name has numbers in both.
  func overlaps(_ rest: NamePlaces) -> Bool {
    for slot in rest.slots where slot.place >= 0 {
      if self[rest.names[Int(slot.place)].utf8.span] != nil { return true }
    }
    return false
  }

  /// Numbers further names, of which none has a number yet.
  mutating func append(_ rest: NamePlaces) {
    for name in rest.names { _ = place(of: name) }
  }

  /// Where a name is, or where it would be put.
  private func slot(of name: Span<UInt8>, _ start: NameStart) -> Int {
    var index = Self.hash(name, start) & (slots.count - 1)
    while slots[index].place >= 0 {
      if Int(slots[index].count) == name.count, slots[index].start == start,
        NameStart.isWhole(name.count)
          || ByteHash.isSame(names[Int(slots[index].place)].utf8.span, name)
      {
        return index
      }
      index = (index + 1) & (slots.count - 1)
    }
    return index
  }

  private static func hash(_ name: Span<UInt8>, _ start: NameStart) -> Int {
    var hash = start.hash(name.count)
    if !NameStart.isWhole(name.count) {
      for place in name.indices.dropFirst(24) {
        hash = ByteHash.mixed(hash, with: UInt64(name[place]))
      }
    }
    return Int(truncatingIfNeeded: hash)
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: 2 * old.count)
    for slot in old where slot.place >= 0 {
      var index = Self.hash(names[Int(slot.place)].utf8.span, slot.start) & (slots.count - 1)
      while slots[index].place >= 0 { index = (index + 1) & (slots.count - 1) }
      slots[index] = slot
    }
  }
}
