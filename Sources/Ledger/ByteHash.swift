/// Tells names apart by their bytes, eight at a time.
enum ByteHash {
  /// Another one in each process, as the standard library's, so that nobody can prepare names that all
  /// have the same hash.
  static let seed = UInt64(truncatingIfNeeded: "kolbook".hashValue)

  /// A number that stands for both.
  static func mixed(_ hash: UInt64, with number: UInt64) -> UInt64 { mixed(hash ^ number) }

  /// Whether the same bytes stand in the same order.
  static func isSame(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
    guard left.count == right.count else { return false }
    return left.withUnsafeBytes { left in
      right.withUnsafeBytes { right in
        var place = 0
        while place + 8 <= left.count {
          let one = left.loadUnaligned(fromByteOffset: place, as: UInt64.self)
          guard one == right.loadUnaligned(fromByteOffset: place, as: UInt64.self) else {
            return false
          }
          place += 8
        }
        while place < left.count {
          guard left[place] == right[place] else { return false }
          place += 1
        }
        return true
      }
    }
  }

  private static func mixed(_ word: UInt64) -> UInt64 {
    let (high, low) = word.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return high ^ low
  }
}
