/// What somebody looks for, folded: case, width and white space don't matter.
public struct SearchWords: Sendable {
  /// The scalars of the folded words; never empty.
  public let text: [UInt32]
  /// The words as pinyin, as ``Letters`` codes them: two or more letters and digits, the first a letter;
  /// else empty.
  public let letters: [UInt8]

  /// - Returns: `nil` when nothing is left of the words.
  public init?(_ words: String) {
    text = Key.foldedScalars(words)
    guard !text.isEmpty else { return nil }
    let codes = text.compactMap(Letters.code)
    let isPinyin = codes.count == text.count && codes.count >= 2 && codes[0] <= 26
    letters = isPinyin ? codes : []
  }

  /// The folded words.
  public var folded: String {
    String(String.UnicodeScalarView(text.compactMap(Unicode.Scalar.init)))
  }

  /// Where a folded text has the words: it is them, begins with them, or has them inside.
  public func place(in other: [UInt32]) -> SearchPlace? {
    guard other.count >= text.count else { return nil }
    if other.starts(with: text) { return other.count == text.count ? .exact : .start }
    for start in 1..<(other.count - text.count + 1) where other[start] == text[0] {
      if other[start...].starts(with: text) { return .inside }
    }
    return nil
  }

  /// Whether an id is the words, or begins with them if these have four signs or more: fewer begin too many.
  public func begin(id: String) -> Bool {
    let id = Key.foldedScalars(id)
    return id.starts(with: text) && (id.count == text.count || text.count >= Self.leastOfID)
  }

  /// How much of an id must be said to find those that begin so.
  public static let leastOfID = 4

  /// Whether a label, such as a tag, has the words or is read so.
  public func areIn(label: String, by pinyin: () throws -> Pinyin) rethrows -> Bool {
    let label = Key.foldedScalars(label)
    if place(in: label) != nil { return true }
    return try !letters.isEmpty && SpokenName(label, by: pinyin()).has(letters)
  }
}
