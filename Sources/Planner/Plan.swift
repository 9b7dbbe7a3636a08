public import Domain

/// A list that keeps to everything that was asked.
public struct Plan: Hashable, Sendable {
  /// The chosen offers, by creator id.
  public let picks: [Offer]

  /// A list of offers in any order; see ``Problem/allows(_:)``.
  public init(picks: [Offer]) {
    self.picks = picks.sorted(by: Offer.canonical)
  }

  /// The sum of the values: what was to be as large as possible.
  public var objective: Int64 { picks.reduce(0) { $0 + $1.value } }

  /// The sum of the costs.
  public var spend: Money { picks.reduce(.zero) { $0 + $1.cost } }

  /// The picks of one band, by creator id.
  public func picks(in band: Band) -> [Offer] { picks.filter { $0.band == band } }
}
