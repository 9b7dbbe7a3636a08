public import Domain

/// The two service fees of an order as they were at its booking.
///
/// Later rate changes, amendments and refunds use the frozen pair; a new order number is a new
/// order with new rates (LEDGER section 1).
public struct FrozenRates: Hashable, Sendable {
  /// On top of the quote.
  public let brand: Share
  /// Out of the quote.
  public let creator: Share

  /// A pair of rates.
  public init(brand: Share, creator: Share) {
    (self.brand, self.creator) = (brand, creator)
  }

  /// The rates in force on a Shanghai day.
  ///
  /// - Throws: ``Refusal`` with rule ``Refusal/Rule/noRate`` when the schedule has no row for a side.
  public init(_ mode: FeeRate.Mode, on day: Day, in schedule: FeeSchedule) throws(Refusal) {
    guard let brand = schedule.share(.brand, mode, on: day) else {
      throw Refusal.noRate(.brand, mode, day)
    }
    guard let creator = schedule.share(.creator, mode, on: day) else {
      throw Refusal.noRate(.creator, mode, day)
    }
    self.init(brand: brand, creator: creator)
  }
}
