/// The texts of a file's cells by their places, so that none is copied before somebody asks for it.
struct CellPool: Sendable {
  /// Where a text is: in the file, or behind its end if it had to be rewritten.
  struct Place: Sendable {
    var start: UInt32 = 0
    var count: UInt32 = 0

    init() {}

    init(_ range: Range<Int>) {
      (start, count) = (UInt32(range.lowerBound), UInt32(range.count))
    }

    var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
  }

  private(set) var bytes: [UInt8] = []

  init() {}

  /// The texts of a file of at most 2 GiB.
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The text at a place.
  func text(_ place: Place) -> String { String(decoding: bytes[place.range], as: UTF8.self) }

  /// Whether two texts are the same.
  func isSame(_ first: Place, _ second: Place) -> Bool {
    first.count == second.count && bytes[first.range].elementsEqual(bytes[second.range])
  }

  /// The cell of our own lists at a place of a file: doubled quotes and the guard are taken back.
  func cell(_ place: Place) -> String {
    let parts = text(place).split(separator: "\"\"", omittingEmptySubsequences: false)
    return FormulaGuard.unguarded(parts.joined(separator: "\""))
  }

  /// A place for a text that the file doesn't have.
  mutating func add(_ text: String) -> Place {
    let start = bytes.count
    bytes += text.utf8
    return Place(start..<bytes.count)
  }
}
