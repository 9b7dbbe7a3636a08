/// Where an entry's order is, found out while the entry is still being told.
///
/// Orders lie all over a memory that is much larger than what is near the processor, and waiting for it is
/// what playing a long journal takes longest for. So an order is looked at twice before it is needed, and
/// in between other things are done.
struct Approach: Sendable {
  private var sequence: Int64?
  private var place: Int?
  /// What was seen, so that it is looked at indeed.
  private var seen: Int64 = 0

  /// First look: where its name would be.
  mutating func look(for entry: borrowing EncodedEntry, among names: NamePlaces) {
    sequence = nil
    seen &+= Int64(entry.touch(names))
  }

  /// Second look: where it is, if it is among the names.
  ///
  /// - Parameter touch: looks at what is known of the order.
  mutating func find(
    _ entry: borrowing EncodedEntry, among names: NamePlaces, _ touch: (Int) -> Int64
  ) {
    (sequence, place) = (entry.sequence, entry.place(among: names))
    if let place { seen &+= touch(place) }
  }

  /// Where the order is, if it was looked for.
  mutating func place(of entry: borrowing EncodedEntry, among names: NamePlaces) -> Int? {
    defer { sequence = nil }
    return sequence == entry.sequence ? place : entry.place(among: names)
  }
}
