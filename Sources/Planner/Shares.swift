public import Domain

/// What part of the whole each band is to have, and how far it may be off.
public struct Shares: Hashable, Sendable {
  /// The wanted part of each band.
  public var share: ByBand<Share>
  /// How far a band may be above or below its part.
  public var tolerance: ByBand<Share>

  /// 70 / 20 / 10, give or take 5 points (PLANNER section 1).
  public static let usual = Shares(
    ByBand(
      koc: Share(basisPoints: 7_000), mid: Share(basisPoints: 2_000),
      head: Share(basisPoints: 1_000)),
    tolerance: Share(basisPoints: 500))

  /// Parts with the same tolerance for each band.
  public init(_ share: ByBand<Share>, tolerance: Share) {
    self.share = share
    self.tolerance = ByBand(repeating: tolerance)
  }

  /// The least and the largest part of a band in basis points, both allowed.
  public func basisPoints(of band: Band) -> ClosedRange<Int64> {
    let (middle, width) = (share[band].basisPoints, tolerance[band].basisPoints)
    return max(0, middle - width)...min(10_000, middle + width)
  }
}
