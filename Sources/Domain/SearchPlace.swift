/// Where a search found its words, the best places first.
public enum SearchPlace: Int, Comparable, Sendable {
  /// The words are the nickname.
  case exact
  /// The nickname begins with them.
  case start
  /// The nickname has them elsewhere.
  case inside
  /// They are how the nickname is read, or the first letters of its characters.
  case pinyin
  /// A 小红书号, user id or own id begins with them.
  case id
  /// The MCN's name has them, or is read so.
  case agency
  /// A tag has them, or is read so.
  case tag

  /// Better places come first.
  public static func < (left: SearchPlace, right: SearchPlace) -> Bool {
    left.rawValue < right.rawValue
  }

  /// The column of the card.
  public var words: String {
    switch self {
    case .exact, .start, .inside: "name"
    case .pinyin: "pinyin"
    case .id: "id"
    case .agency: "MCN"
    case .tag: "tag"
    }
  }
}
