/// Numbers names, from 0 in the order in which they come. Names are the same when their bytes are.
///
/// Beside each number stands what nearly every name is told by: looking at the name itself, far away in
/// the memory of a large book, takes longer than all else. The names lie one behind the other.
struct NamePlaces: Sendable {
  private var slots = [Slot](repeating: Slot(), count: 64)
  /// The names by their numbers, …
  private var bytes: [UInt8] = []
  /// … and where each of them begins; the last is where the next one will.
  private var starts: [Int] = [0]

  private struct Slot {
    var start = NameStart()
    var count: Int32 = 0
    /// Below zero for none.
    var place: Int32 = -1
  }

  /// How many names have a number.
  var count: Int { starts.count - 1 }

  /// The numbers.
  var indices: Range<Int> { 0..<count }

  /// The names by their numbers.
  var names: [String] { indices.map(name) }

  /// The name of a number.
  func name(_ place: Int) -> String { String(decoding: bytes[range(place)], as: UTF8.self) }

  /// The number of a name, if it has one.
  subscript(name: String) -> Int? { self[name.utf8.span] }

  /// The number of the name of these bytes, if it has one.
  subscript(name: Span<UInt8>) -> Int? {
    let place = slots[slot(of: name, NameStart(name))].place
    return place < 0 ? nil : Int(place)
  }

  /// The number of a name, a new one if it has none yet.
  mutating func place(of name: String) -> (place: Int, isNew: Bool) {
    place(of: name.utf8.span)
  }

  /// The number of the name of these bytes, a new one if it has none yet.
  mutating func place(of name: Span<UInt8>) -> (place: Int, isNew: Bool) {
    let start = NameStart(name)
    var slot = slot(of: name, start)
    if slots[slot].place >= 0 { return (Int(slots[slot].place), false) }
    if 2 * count >= slots.count {
      grow(to: 2 * slots.count)
      slot = self.slot(of: name, start)
    }
    slots[slot] = Slot(start: start, count: Int32(clamping: name.count), place: Int32(count))
    name.withUnsafeBytes { bytes.append(contentsOf: $0) }
    starts.append(bytes.count)
    return (count - 1, true)
  }

  /// Makes room for about so many names.
  mutating func expect(_ names: Int) {
    starts.reserveCapacity(names + 1)
    bytes.reserveCapacity(20 * names)
    let wanted = 2 * names
    guard wanted > slots.count else { return }
    grow(to: 1 << (Int.bitWidth - (wanted - 1).leadingZeroBitCount))
  }

  /// Looks where the name of these bytes would be, and no further: what lies there is near when it is
  /// looked for next, and meanwhile nobody waits.
  func touch(_ name: Span<UInt8>) -> Int32 {
    slots[Self.hash(name, NameStart(name)) & (slots.count - 1)].count
  }

  /// Whether a number's name has these bytes.
  func holds(_ name: Span<UInt8>, at place: Int) -> Bool {
    ByteHash.isSame(bytes.span.extracting(range(place)), name)
  }

  /// What a number's name starts with.
  func start(_ place: Int) -> NameStart { NameStart(bytes.span.extracting(range(place))) }

  /// Whether all signs of a number's name are seen and ASCII.
  func isPlain(_ place: Int) -> Bool {
    let name = bytes.span.extracting(range(place))
    for place in name.indices where !(0x21...0x7E).contains(name[place]) { return false }
    return true
  }

  /// Whether a name has numbers in both.
  func overlaps(_ rest: NamePlaces) -> Bool {
    rest.slots.contains { slot in
      guard slot.place >= 0 else { return false }
      let name = rest.bytes.span.extracting(rest.range(Int(slot.place)))
      return slots[self.slot(of: name, slot.start)].place >= 0
    }
  }

  /// Numbers further names, and tells which number each of them has here.
  @discardableResult
  mutating func append(_ rest: NamePlaces) -> [Int32] {
    rest.indices.map { Int32(place(of: rest.bytes.span.extracting(rest.range($0))).place) }
  }

  private func range(_ place: Int) -> Range<Int> { starts[place]..<starts[place + 1] }

  /// Where a name is, or where it would be put.
  private func slot(of name: Span<UInt8>, _ start: NameStart) -> Int {
    let slots = slots.span
    var index = Self.hash(name, start) & (slots.count - 1)
    while slots[index].place >= 0 {
      if Int(slots[index].count) == name.count, slots[index].start == start,
        NameStart.isWhole(name.count) || holds(name, at: Int(slots[index].place))
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

  private mutating func grow(to count: Int) {
    let old = slots
    slots = [Slot](repeating: Slot(), count: count)
    for slot in old where slot.place >= 0 {
      let hash = Self.hash(bytes.span.extracting(range(Int(slot.place))), slot.start)
      var index = hash & (slots.count - 1)
      while slots[index].place >= 0 { index = (index + 1) & (slots.count - 1) }
      slots[index] = slot
    }
  }
}
