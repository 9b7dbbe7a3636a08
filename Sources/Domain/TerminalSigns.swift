/// Signs that a terminal obeys instead of showing them, and marks that turn the writing direction, so that
/// one name could look like another.
public enum TerminalSigns {
  /// Whether a sign is one of them; tabs and line ends are.
  @inlinable
  public static func contains(_ sign: Unicode.Scalar) -> Bool {
    switch sign.value {
    case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// Whether one of them may begin with a byte of UTF-8, as many another sign does: only a text with such
  /// a byte needs a look at each of its signs.
  @inlinable
  public static func mayBegin(with byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, 0x7F, 0xC2, 0xE2: true
    default: false
    }
  }
}
