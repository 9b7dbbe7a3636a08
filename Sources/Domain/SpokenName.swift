/// A name as it is read aloud: the readings of each Chinese character, and Latin letters and digits one by
/// one; other signs are passed over.
public struct SpokenName: Sendable {
  /// One character or letter of the name.
  public struct Unit: Sendable {
    /// Its readings, in ``SpokenName/readings``.
    public let readings: Range<Int>
    /// Whether it is a Chinese character.
    public let isChinese: Bool
  }

  /// The readings of all units.
  public private(set) var readings: [Letters] = []
  /// From left to right.
  public private(set) var units: [Unit] = []

  /// Nothing.
  public init() {}

  /// A folded name, read.
  public init(_ name: [UInt32], by pinyin: Pinyin) {
    read(name, by: pinyin)
  }

  /// Becomes another name, in the same memory.
  public mutating func read(_ name: [UInt32], by pinyin: Pinyin) {
    readings.removeAll(keepingCapacity: true)
    units.removeAll(keepingCapacity: true)
    for scalar in name {
      let start = readings.count
      if scalar >= 0x3400 {
        guard pinyin.add(readingsOf: scalar, to: &readings) else { continue }
        units.append(Unit(readings: start..<readings.count, isChinese: true))
      } else if let code = Letters.code(of: scalar) {
        readings.append(Letters(CollectionOfOne(code)))
        units.append(Unit(readings: start..<readings.count, isChinese: false))
      }
    }
  }

  /// Whether the letters are how the name is read from some Chinese character on, or the first letters of
  /// the characters from there on.
  public func has(_ letters: [UInt8]) -> Bool {
    guard !letters.isEmpty else { return false }
    return units.indices.contains { start in
      units[start].isChinese && (isRead(letters[...], from: start) || begins(letters, from: start))
    }
  }

  private func isRead(_ letters: ArraySlice<UInt8>, from unit: Int) -> Bool {
    guard !letters.isEmpty else { return true }
    guard unit < units.count else { return false }
    return readings[units[unit].readings].contains { reading in
      let common = min(reading.count, letters.count)
      return (0..<common).allSatisfy { reading[$0] == letters[letters.startIndex + $0] }
        && isRead(letters.dropFirst(common), from: unit + 1)
    }
  }

  private func begins(_ letters: [UInt8], from start: Int) -> Bool {
    guard start + letters.count <= units.count else { return false }
    return letters.indices.allSatisfy { place in
      readings[units[start + place].readings].contains { $0[0] == letters[place] }
    }
  }

  /// How the name may be typed in pinyin: each reading of each character with each of its neighbours', the
  /// first few.
  public func spellings(most: Int) -> [String] {
    units.reduce(into: [""]) { spellings, unit in
      let longer = spellings.flatMap { spelling in
        readings[unit.readings].map { "\(spelling)\($0)" }
      }
      spellings = Array(longer.prefix(most))
    }
  }
}
