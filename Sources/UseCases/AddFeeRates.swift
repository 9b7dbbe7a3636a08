public import Domain
import Ledger
import Store

extension OpenBook {
  /// Adds service fees to the schedule.
  ///
  /// - Parameters:
  ///   - brand: what comes on top of the quote; `nil` leaves that side as it is.
  ///   - creator: what is taken out of the quote; `nil` leaves that side as it is.
  ///   - mode: for which orders.
  ///   - from: the first Shanghai day they hold.
  ///   - source: where they are from; the actor when not said.
  /// - Throws: ``Failure`` when the schedule has another fee from that day, because fees are never edited, and
  ///   when the books are closed through that day: their audit would judge what was booked by other fees.
  public func addFeeRates(
    brand: Share?, creator: Share?, mode: FeeRate.Mode, from: Day, source: String?
  ) throws -> FeeRateReceipt {
    let wanted = [(FeeRate.Side.brand, brand), (.creator, creator)].compactMap { side, share in
      share.map { (side: side, share: $0) }
    }
    return try book.transaction {
      let known = try book.reference.feeSchedule().rates.filter {
        $0.mode == mode && $0.from == from
      }
      let new = try wanted.filter { side, share in
        guard let other = known.first(where: { $0.side == side }) else { return true }
        guard other.share == share else { throw Self.taken(other) }
        return false
      }
      if !new.isEmpty { try refuseClosed([from]) }
      try book.reference.replace(
        .feeRate,
        with: new.map { side, share in
          [
            side.rawValue, mode.rawValue, "\(from)", "\(share.basisPoints)",
            source.map(Key.line).flatMap { $0.isEmpty ? nil : $0 } ?? actor, "\(today)", nil,
          ]
        })
      return FeeRateReceipt(
        rates: wanted, mode: mode, from: from, isNew: !new.isEmpty,
        ordersSince: try book.ledger.orderCount(mode, since: from))
    }
  }

  /// Refuses new fees from days through which the books are closed.
  func refuseClosed(_ days: [Day]) throws {
    guard let lock = try book.ledger.lock(), let from = days.min(), from <= lock.through else {
      return
    }
    throw Failure(
      .failed,
      "the books are closed through \(lock.through) (entry \(lock.sequence)); fees from \(from) "
        + "would change what their orders are judged by",
      next: "choose a later day, or open the books again: "
        + CommandText.line("reopen", "\(Quarter(containing: from))", "--reason", "WHY"))
  }

  private static func taken(_ rate: FeeRate) -> Failure {
    Failure(
      .failed,
      "the schedule has a \(rate.side.rawValue)-side fee of \(rate.share) for "
        + "\(rate.mode.rawValue) orders from \(rate.from); fees are added, never edited",
      next: "choose a later day, or see: " + CommandText.line("reference", "show", "fee_rate"))
  }
}
