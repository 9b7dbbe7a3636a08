/// What a creator's own notes show: the median of interactions as a part of followers, over the notes
/// published in the last year.
public struct MeasuredEngagement: Hashable, Sendable {
  /// Of fewer notes there is no measured rate.
  public static let fewestNotes = 3
  /// Notes published longer ago don't count, in days.
  public static let window: Int32 = 365

  /// How many notes the rate is of.
  public let notes: Int
  /// The rate in basis points.
  public let basisPoints: Int64

  /// The median of rates; of an even number the mean of the middle two, rounded half up. `nil` for fewer
  /// than ``fewestNotes``.
  public init?(rates: [Int64]) {
    guard rates.count >= Self.fewestNotes, let median = Median.of(rates) else { return nil }
    (notes, basisPoints) = (rates.count, median)
  }
}
