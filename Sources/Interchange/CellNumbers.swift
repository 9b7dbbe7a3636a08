/// Numbers for the different cells of a column: the first is 0, which is the empty one.
struct CellNumbers {
  /// Where each cell stands first, by number.
  private(set) var places: [CellPool.Place] = [.init()]
  /// A table of numbers, 0 where there is none; its size is a power of two.
  private var slots = [Int32](repeating: 0, count: 1_024)

  /// The number of a cell.
  mutating func number(of cell: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    if cell.isEmpty { return 0 }
    var slot = Self.hash(cell, bytes) & (slots.count - 1)
    while slots[slot] != 0 {
      let known = places[Int(slots[slot])].range
      if Self.isSame(known, cell, bytes) { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    places.append(CellPool.Place(cell))
    slots[slot] = Int32(places.count - 1)
    if places.count * 2 > slots.count { grow(bytes) }
    return Int32(places.count - 1)
  }

  private mutating func grow(_ bytes: UnsafeBufferPointer<UInt8>) {
    slots = [Int32](repeating: 0, count: slots.count * 2)
    for number in places.indices.dropFirst() {
      var slot = Self.hash(places[number].range, bytes) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number)
    }
  }

  /// FNV-1a, folded so that the low bits depend on all bytes.
  private static func hash(_ cell: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for place in cell { hash = (hash ^ UInt64(bytes[place])) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: hash ^ (hash >> 32))
  }

  private static func isSame(
    _ first: Range<Int>, _ second: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    first.count == second.count
      && (0..<first.count).allSatisfy {
        bytes[first.lowerBound + $0] == bytes[second.lowerBound + $0]
      }
  }
}
