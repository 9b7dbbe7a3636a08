/// How Chinese characters are read: every reading in use, without tones, `ü` as `v`.
public struct Pinyin: Sendable {
  /// The readings; each is named by its place.
  private var syllables: [Letters] = []
  /// For U+3400 … U+9FFF one more than the place of the first reading, 0 where there is none.
  private var first = [UInt16](repeating: 0, count: 0xA000 - 0x3400)
  /// The further readings of characters that have several.
  private var more: [UInt32: [UInt16]] = [:]

  /// - Parameter rows: each reading with all the characters that are read so.
  public init(_ rows: [(reading: String, characters: String)]) {
    for (place, row) in rows.enumerated() {
      let codes = row.reading.unicodeScalars.compactMap { Letters.code(of: $0.value) }
      syllables.append(Letters(codes))
      for scalar in row.characters.unicodeScalars {
        guard let index = Self.index(scalar.value) else { continue }
        if first[index] == 0 {
          first[index] = UInt16(place + 1)
        } else {
          more[scalar.value, default: []].append(UInt16(place))
        }
      }
    }
  }

  private static func index(_ scalar: UInt32) -> Int? {
    (0x3400..<0xA000).contains(scalar) ? Int(scalar - 0x3400) : nil
  }

  /// Adds the readings of a character to a list; whether there is any.
  func add(readingsOf scalar: UInt32, to list: inout [Letters]) -> Bool {
    guard let index = Self.index(scalar), first[index] > 0 else { return false }
    list.append(syllables[Int(first[index]) - 1])
    // Few characters have several; a look into the dictionary for each name would be felt.
    if !more.isEmpty, let others = more[scalar] {
      for place in others { list.append(syllables[Int(place)]) }
    }
    return true
  }
}
