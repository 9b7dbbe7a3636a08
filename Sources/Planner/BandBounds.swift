public import Domain

/// Where the bands begin, in followers: KOC < `mid` <= mid < `head` <= head.
public struct BandBounds: Hashable, Sendable {
  /// The fewest followers of the middle.
  public let mid: Int64
  /// The fewest followers of the top.
  public let head: Int64

  /// PLANNER section 1: 100,000 and 500,000.
  public static let usual = BandBounds(mid: 100_000, head: 500_000)

  /// - Precondition: 0 <= mid <= head.
  public init(mid: Int64, head: Int64) {
    precondition(0 <= mid && mid <= head, "bands out of order")
    (self.mid, self.head) = (mid, head)
  }

  /// The band of a creator with so many followers; a bound belongs to the band above it.
  public func band(followers: Int64) -> Band {
    followers < mid ? .koc : followers < head ? .mid : .head
  }
}
