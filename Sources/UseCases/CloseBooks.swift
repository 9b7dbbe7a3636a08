import Domain
import Ledger
import Store

extension OpenBook {
  /// Closes the books through a quarter's last day: whatever is dated up to then is refused from now on.
  ///
  /// - Throws: ``Failure`` when the quarter is not over, or the books are closed that far already.
  public func close(_ name: String, fiscalStart: Int, reason: String) throws -> LockReceipt {
    let quarter = try Self.quarter(name, fiscalStart: fiscalStart)
    return try lock(.close, quarter, through: quarter.lastDay, reason: reason)
  }

  /// Opens closed books again from a quarter's first day on; every later audit says so.
  ///
  /// - Throws: ``Failure`` when the quarter is not closed, or no reason is given.
  public func reopen(_ name: String, fiscalStart: Int, reason: String) throws -> LockReceipt {
    let quarter = try Self.quarter(name, fiscalStart: fiscalStart)
    return try lock(
      .reopen, quarter, through: quarter.firstDay.adding(days: -1), reason: reason)
  }

  private func lock(_ kind: Lock.Kind, _ quarter: Quarter, through: Day, reason: String) throws
    -> LockReceipt
  {
    try posting { poster in
      let (lock, _) = try poster.lock(kind, through: through, EventNote(reason: reason))
      return LockReceipt(
        lock: lock, quarter: "\(quarter)", journalHead: try book.ledger.head())
    }
  }
}
