import Domain

/// Ascending numbers of creators, each with where its name has what the list is of: their distances, four
/// times and plus the place, in seven bits a byte, the highest bit of which says that more follow.
///
/// In memory such an entry is one number likewise, so that lists of entries sort as their creators do.
enum SearchPosting {
  /// The entry of a creator; a better place makes a smaller one.
  ///
  /// - Parameter place: one of a name's.
  static func entry(_ number: Int64, _ place: SearchPlace) -> Int64 {
    number << 2 | Int64(place.rawValue)
  }

  /// Whose entry it is.
  static func number(of entry: Int64) -> Int64 { entry >> 2 }

  /// The place in it.
  static func place(of entry: Int64) -> SearchPlace {
    SearchPlace(rawValue: Int(entry & 3)) ?? .inside
  }

  /// Adds one entry.
  ///
  /// - Parameter distance: from the number of the entry before, or from the number before the first.
  static func append(_ distance: UInt32, _ place: SearchPlace, to bytes: inout [UInt8]) {
    var rest = UInt64(distance) << 2 | UInt64(place.rawValue)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Adds the entries that the bytes hold, whose numbers come after `base`.
  ///
  /// - Parameter isWhole: whether the list is of all that is looked for; else no name is that and no more.
  static func read(
    _ bytes: Span<UInt8>, after base: Int64, isWhole: Bool, into entries: inout [Int64]
  ) {
    let best = Int64((isWhole ? SearchPlace.exact : .start).rawValue)
    var number = base
    var (value, shift): (Int64, Int64) = (0, 0)
    for place in bytes.indices {
      let byte = bytes[place]
      value |= Int64(byte & 0x7F) << shift
      shift += 7
      if byte < 0x80 {
        number += value >> 2
        entries.append(number << 2 | max(value & 3, best))
        (value, shift) = (0, 0)
      }
    }
  }

  /// The numbers that are in each of some ascending lists.
  static func common(_ lists: [[Int64]]) -> [Int64] {
    let lists = lists.sorted { $0.count < $1.count }
    guard var common = lists.first else { return [] }
    for list in lists.dropFirst() {
      var place = 0
      common = common.filter { number in
        while place < list.count, list[place] < number { place += 1 }
        return place < list.count && list[place] == number
      }
    }
    return common
  }

  /// Some numbers in order, each once.
  static func union(_ numbers: [Int64]) -> [Int64] { first(of: numbers) { $0 } }

  /// Some entries in order, of each creator the best.
  static func best(_ entries: [Int64]) -> [Int64] { first(of: entries, number) }

  private static func first(of values: [Int64], _ key: (Int64) -> Int64) -> [Int64] {
    let sorted = values.sorted()
    guard let first = sorted.first else { return [] }
    var result = [first]
    for value in sorted.dropFirst() where key(value) != key(result[result.count - 1]) {
      result.append(value)
    }
    return result
  }

  /// The numbers of an ascending list that are not in another.
  static func rest(of list: [Int64], without other: [Int64]) -> [Int64] {
    var place = 0
    return list.filter { number in
      while place < other.count, other[place] < number { place += 1 }
      return place == other.count || other[place] != number
    }
  }
}
