@_spi(_Unicode) import Swift

/// Normalises text once, at the door, because Swift compares characters and SQLite compares bytes.
public enum Key {
  /// The text without surrounding white space and invisible marks, in Unicode's NFC form.
  public static func normalised(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    let isEdge = { (scalar: Unicode.Scalar) in
      scalar.properties.isWhitespace || scalar == "\u{FEFF}" || scalar == "\u{200B}"
    }
    let trimmed = scalars.drop(while: isEdge).reversed().drop(while: isEdge).reversed()
    guard trimmed.contains(where: { $0.value > 0x2FF }) else {
      return String(String.UnicodeScalarView(trimmed))
    }
    return String(String.UnicodeScalarView(String(String.UnicodeScalarView(trimmed))._nfc))
  }

  /// The text without surrounding white space and with full-width ASCII (`ＰＧＹ－１`) in its ordinary form.
  public static func widthFolded(_ text: String) -> String {
    String(String.UnicodeScalarView(NumberText.folded(text)))
  }

  /// The user id in the path of a profile or Pugongying link, in lower case; `nil` when there is none.
  ///
  /// `https://www.xiaohongshu.com/user/profile/ID?…`, `https://pgy.xiaohongshu.com/solar/pre-trade/blogger-detail/ID`.
  public static func userID(inLink link: String) -> String? {
    let path = link.split(separator: "?", maxSplits: 1).first ?? ""
    guard path.contains("xiaohongshu.com") else { return nil }
    return path.split { $0 == "/" || $0 == "#" }.last { CreatorID.isUserID(String($0)) }?
      .lowercased()
  }
}
