public import Domain

/// A table in memory of the ids of all creators, for lists that ask for as many as the book has: by hash,
/// so that whoever it finds is to be compared with the book, and whoever it doesn't find isn't there.
public struct KnownID {
  /// What an id is.
  public enum Kind: CaseIterable, Sendable {
    /// The key in the book, unless it is the user id.
    case own
    /// The 24-digit user id.
    case user
    /// 小红书号.
    case red

    /// Where ``CreatorStore/eachID(_:)`` reads it.
    var column: Int32 {
      switch self {
      case .own: 1
      case .user: 2
      case .red: 3
      }
    }

    fileprivate var seed: UInt64 {
      switch self {
      case .own: 0x9E37_79B9_7F4A_7C15
      case .user: 0xC2B2_AE3D_27D4_EB4F
      case .red: 0x1656_67B1_9E37_79F9
      }
    }
  }

  private var hashes: [UInt64]
  /// Numbers of creators; 0 for a free place.
  private var numbers: [Int32]
  private var count = 0

  /// An empty table with room for so many.
  public init(room: Int) {
    var size = 1_024
    while size < room + room / 2 { size *= 2 }
    hashes = [UInt64](repeating: 0, count: size)
    numbers = [Int32](repeating: 0, count: size)
  }

  /// Keeps an id of a creator.
  public mutating func add(_ kind: Kind, _ text: CreatorRow.Text, _ key: CreatorKey) {
    if (count + 1) * 4 > numbers.count * 3 { grow() }
    count += 1
    put(Self.hash(kind, text), Int32(key.number))
  }

  /// The creators that may have an id, mostly none or one.
  public func candidates(_ kind: Kind, _ text: CreatorRow.Text) -> [CreatorKey] {
    var found: [CreatorKey] = []
    find(kind, text) { key in
      found.append(key)
      return false
    }
    return found
  }

  /// The first creator that may have an id.
  public func candidate(_ kind: Kind, _ text: CreatorRow.Text) -> CreatorKey? {
    var found: CreatorKey?
    find(kind, text) { key in
      found = key
      return true
    }
    return found
  }

  @inline(__always)
  private func find(_ kind: Kind, _ text: CreatorRow.Text, _ isEnough: (CreatorKey) -> Bool) {
    let hash = Self.hash(kind, text)
    var place = Int(truncatingIfNeeded: hash >> 20) & (numbers.count - 1)
    while numbers[place] != 0 {
      if hashes[place] == hash, isEnough(CreatorKey(number: Int64(numbers[place]))) { return }
      place = (place + 1) & (numbers.count - 1)
    }
  }

  private mutating func put(_ hash: UInt64, _ number: Int32) {
    var place = Int(truncatingIfNeeded: hash >> 20) & (numbers.count - 1)
    while numbers[place] != 0 { place = (place + 1) & (numbers.count - 1) }
    (hashes[place], numbers[place]) = (hash, number)
  }

  private mutating func grow() {
    let old = (hashes, numbers)
    hashes = [UInt64](repeating: 0, count: old.1.count * 2)
    numbers = [Int32](repeating: 0, count: old.1.count * 2)
    for place in old.1.indices where old.1[place] != 0 { put(old.0[place], old.1[place]) }
  }

  /// Eight bytes at a time, each multiplied over the whole width and folded.
  private static func hash(_ kind: Kind, _ text: CreatorRow.Text) -> UInt64 {
    var hash = kind.seed ^ UInt64(text.count)
    var place = 0
    while place + 8 <= text.count {
      hash = mixed(hash ^ text.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      place += 8
    }
    var rest: UInt64 = 0
    for byte in text[place...] { rest = rest << 8 | UInt64(byte) }
    return mixed(hash ^ rest)
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    let (high, low) = value.multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    return high ^ low
  }
}
