/// The first 24 bytes of a name as three numbers that stand in the order of names; zeros behind its end.
struct NameStart: Equatable {
  var words: (UInt64, UInt64, UInt64) = (0, 0, 0)

  init() {}

  init(_ name: Span<UInt8>) {
    words = (Self.word(name, 0), Self.word(name, 8), Self.word(name, 16))
  }

  /// Whether names with this start and no more bytes than it holds are the same as soon as they are as long.
  static func isWhole(_ count: Int) -> Bool { count <= 24 }

  static func == (left: NameStart, right: NameStart) -> Bool {
    left.words.0 == right.words.0 && left.words.1 == right.words.1 && left.words.2 == right.words.2
  }

  /// Whether names with this start come before those with another, where the two differ.
  func precedes(_ other: NameStart) -> Bool {
    if words.0 != other.words.0 { return words.0 < other.words.0 }
    if words.1 != other.words.1 { return words.1 < other.words.1 }
    return words.2 < other.words.2
  }

  /// A number that stands for the start and the length: the same in one process, and rarely that of others.
  func hash(_ count: Int) -> UInt64 {
    var hash = ByteHash.mixed(ByteHash.seed ^ UInt64(count), with: words.0)
    hash = ByteHash.mixed(hash, with: words.1)
    return ByteHash.mixed(hash, with: words.2)
  }

  private static func word(_ name: Span<UInt8>, _ start: Int) -> UInt64 {
    if start + 8 <= name.count {
      return name.withUnsafeBytes { bytes in
        UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self))
      }
    }
    var word: UInt64 = 0
    for place in start..<(start + 8) {
      word = word << 8 | (place < name.count ? UInt64(name[place]) : 0)
    }
    return word
  }
}
