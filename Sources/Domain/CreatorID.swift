/// The key of a creator in the book: its 24-digit Xiaohongshu user id where known, else the user's own.
///
/// Text, never a number; compared byte by byte, as SQLite does.
public struct CreatorID: Hashable, Comparable, Sendable {
  /// The key as stored: not empty, trimmed, NFC.
  public let text: String

  /// A key.
  public init(_ text: String) {
    self.text = text
  }

  /// Whether a text is a Xiaohongshu user id: 24 hexadecimal digits.
  public static func isUserID(_ text: String) -> Bool {
    text.utf8.count == 24
      && text.utf8.allSatisfy { ($0 >= 48 && $0 <= 57) || ($0 | 32 >= 97 && $0 | 32 <= 102) }
  }

  /// Whether a text can be a key in lists that come and go: at most 100 bytes, no space, no control
  /// character and none that is not seen, such as a zero-width space or a mark of direction.
  public static func isWellFormed(_ text: String) -> Bool {
    (1...100).contains(text.utf8.count)
      && !text.unicodeScalars.contains {
        $0.properties.isWhitespace
          || [.control, .format].contains($0.properties.generalCategory)
      }
  }

  /// Byte order.
  public static func < (left: CreatorID, right: CreatorID) -> Bool {
    left.text.precedesInBytes(right.text)
  }
}

extension CreatorID: CustomStringConvertible {
  /// The key itself.
  public var description: String { text }
}
