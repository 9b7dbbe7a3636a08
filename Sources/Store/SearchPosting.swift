/// Ascending numbers as their distances, in seven bits a byte, the highest bit of which says that more follow.
enum SearchPosting {
  /// Adds one distance.
  static func append(_ distance: UInt32, to bytes: inout [UInt8]) {
    var rest = distance
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Adds the numbers after `base` that the bytes hold.
  static func read(_ bytes: Span<UInt8>, after base: Int64, into numbers: inout [Int64]) {
    var number = base
    var (distance, shift): (Int64, Int64) = (0, 0)
    for place in bytes.indices {
      let byte = bytes[place]
      distance |= Int64(byte & 0x7F) << shift
      shift += 7
      if byte < 0x80 {
        number += distance
        numbers.append(number)
        (distance, shift) = (0, 0)
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
  static func union(_ numbers: [Int64]) -> [Int64] {
    let sorted = numbers.sorted()
    guard var last = sorted.first else { return [] }
    var result = [last]
    for number in sorted.dropFirst() where number != last {
      last = number
      result.append(number)
    }
    return result
  }
}
