/// Interactions (likes + collects + comments) per note as a part of a stated base.
///
/// Agencies divide by followers, Pugongying by reads: a rate without its base means nothing.
public struct EngagementRate: Hashable, Sendable {
  /// What interactions are divided by.
  public enum Base: String, CaseIterable, Sendable {
    /// Followers, as agencies do.
    case followers
    /// Reads, as Pugongying does.
    case reads
  }

  /// The rate in basis points, 0 or more; above 10 000 when a small creator's note travels far.
  public let basisPoints: Int64
  /// What interactions are divided by.
  public let base: Base

  /// - Precondition: `basisPoints` is not negative.
  public init(basisPoints: Int64, base: Base) {
    precondition(basisPoints >= 0, "negative engagement rate")
    self.basisPoints = basisPoints
    self.base = base
  }

  /// A rate from counts, rounded half up to a basis point; `nil` when the base is zero.
  public init?(interactions: Int64, of whole: Int64, base: Base) {
    guard let basisPoints = Percent.basisPoints(interactions, of: whole) else { return nil }
    self.init(basisPoints: basisPoints, base: base)
  }
}

extension EngagementRate: CustomStringConvertible {
  /// `5.2%`; the base is said where the rate is shown.
  public var description: String { Percent.text(basisPoints: basisPoints) }
}
