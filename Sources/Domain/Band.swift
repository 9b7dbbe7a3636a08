/// A band of the pyramid, base first.
public enum Band: String, CaseIterable, Comparable, Sendable {
  /// The base: nano and micro creators, for trust and volume in search.
  case koc
  /// The middle: category authority.
  case mid
  /// The top: prestige and launch buzz.
  case head

  /// Base before middle before head.
  public static func < (left: Band, right: Band) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .koc: 0
    case .mid: 1
    case .head: 2
    }
  }
}
