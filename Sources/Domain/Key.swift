#if canImport(Darwin)
  import Foundation
#else
  // The standard library's own NFC; on Apple's systems its interface doesn't show it.
  @_spi(_Unicode) import Swift
#endif

/// Normalises text once, at the door, because Swift compares characters and SQLite compares bytes.
public enum Key {
  /// The text without surrounding white space and invisible marks, in Unicode's NFC form.
  public static func normalised(_ text: String) -> String {
    if isNormal(text) { return text }
    let scalars = Array(text.unicodeScalars)
    let isEdge = { (scalar: Unicode.Scalar) in
      scalar.properties.isWhitespace || scalar == "\u{FEFF}" || scalar == "\u{200B}"
    }
    let trimmed = scalars.drop(while: isEdge).reversed().drop(while: isEdge).reversed()
    guard trimmed.contains(where: { $0.value > 0x2FF }) else {
      return String(String.UnicodeScalarView(trimmed))
    }
    return composed(String(String.UnicodeScalarView(trimmed)))
  }

  private static func composed(_ text: String) -> String {
    #if canImport(Darwin)
      text.precomposedStringWithCanonicalMapping
    #else
      String(String.UnicodeScalarView(text._nfc))
    #endif
  }

  /// The normalised text on one line, as lists keep it: line breaks and tabs become spaces.
  public static func line(_ text: String) -> String {
    let isBreak = { (character: Character) in character.isNewline || character == "\t" }
    guard text.contains(where: isBreak) else { return normalised(text) }
    return normalised(String(text.map { isBreak($0) ? " " : $0 }))
  }

  /// The text without surrounding white space and with full-width ASCII (`ＰＧＹ－１`) in its ordinary form.
  public static func widthFolded(_ text: String) -> String {
    // Nearly every number is so already.
    if text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) { return text }
    return String(String.UnicodeScalarView(NumberText.folded(text)))
  }

  /// The normalised text on one line, its runs of white space as one space each.
  public static func squeezed(_ text: String) -> String {
    normalised(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The text with its ASCII signs in full width, as some people type names.
  public static func widened(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          (0x21...0x7E).contains(scalar.value)
            ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar
        }))
  }

  /// The text in lower case and NFC, full-width signs as ASCII, without white space: what names and headers
  /// are compared by.
  public static func folded(_ text: String) -> String {
    String(String.UnicodeScalarView(foldedScalars(text).compactMap(Unicode.Scalar.init)))
  }

  /// The numbers of the folded text's scalars, which searching compares.
  public static func foldedScalars(_ text: String) -> [UInt32] {
    var folded: [UInt32] = []
    folded.reserveCapacity(text.utf8.count)
    for scalar in normalised(text).unicodeScalars {
      switch scalar.value {
      case 0x3400...0x9FFF, 0x21...0x40, 0x5B...0x7E: folded.append(scalar.value)
      case 0x41...0x5A: folded.append(scalar.value + 0x20)
      default:
        if scalar.properties.isWhitespace { continue }
        let isWide = (0xFF01...0xFF5E).contains(scalar.value)
        let narrow = isWide ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
        for lower in narrow.properties.lowercaseMapping.unicodeScalars {
          folded.append(lower.value)
        }
      }
    }
    return folded
  }

  /// Whether a text is normal for sure, seen at a glance: ASCII and ideographs (U+4000 through U+9FFF)
  /// only, no white space at its ends. Nearly every cell of a list is.
  private static func isNormal(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      guard let first = bytes.first, let last = bytes.last else { return true }
      guard first > 0x20, last > 0x20 else { return false }
      return bytes.allSatisfy { $0 < 0xC0 || (0xE4...0xE9).contains($0) }
    }
  }

  /// The user id in the path of a profile or Pugongying link, in lower case; `nil` when there is none.
  ///
  /// `https://www.xiaohongshu.com/user/profile/ID?…`, `https://pgy.xiaohongshu.com/solar/pre-trade/blogger-detail/ID`.
  public static func userID(inLink link: String) -> String? {
    let path = link.utf8.prefix { $0 != UInt8(ascii: "?") }
    guard path.count >= site.count,
      path.indices.contains(where: { path[$0...].starts(with: site) })
    else { return nil }
    return path.split { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "#") }
      .last { $0.count == 24 && CreatorID.isUserID(String(Substring($0))) }
      .map { String(Substring($0)).lowercased() }
  }

  private static let site = Array("xiaohongshu.com".utf8)
}
