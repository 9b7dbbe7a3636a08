/// What customers come by, and what money is spent on: K, F and S of the recommended model, or another way.
public enum ReturnChannel: Hashable, Comparable, Sendable {
  /// K: notes of KOLs and KOCs.
  case creators
  /// F: feed ads.
  case feed
  /// S: search ads.
  case search
  /// Another, by its name: `splash`, `shop`.
  case other(String)

  /// Ads of which no file says where they were shown.
  public static let otherAds = ReturnChannel.other("other ads")

  /// A channel by its code.
  public init(code: String) {
    switch code {
    case "kol": self = .creators
    case "feed": self = .feed
    case "search": self = .search
    default: self = .other(code)
    }
  }

  /// Its code: `kol`, `feed`, `search`, or its name.
  public var code: String {
    switch self {
    case .creators: "kol"
    case .feed: "feed"
    case .search: "search"
    case .other(let name): name
    }
  }

  /// Its letter in the model's name.
  public var letter: String? {
    switch self {
    case .creators: "K"
    case .feed: "F"
    case .search: "S"
    case .other: nil
    }
  }

  /// K before F before S before others by name.
  public static func < (left: ReturnChannel, right: ReturnChannel) -> Bool {
    (left.rank, left.code) < (right.rank, right.code)
  }

  private var rank: Int {
    switch self {
    case .creators: 0
    case .feed: 1
    case .search: 2
    case .other: 3
    }
  }
}
