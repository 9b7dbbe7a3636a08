import Domain
import Ledger
import Store

extension OpenBook {
  /// Closes the books through a quarter's last day: whatever is dated up to then is refused from now on.
  ///
  /// - Throws: ``Failure`` when the quarter is not over, or the books are closed that far already.
  public func close(_ name: String, fiscalStart: Int, reason: String) throws -> LockReceipt {
    let quarter = try Self.quarter(name, fiscalStart: fiscalStart)
    let through = quarter.lastDay
    guard through < today else {
      throw Failure(
        .failed, "\(quarter) can't be closed on \(today): it lasts through \(through)")
    }
    return try book.transaction {
      if let lock = try book.ledger.lock(), lock.through >= through {
        throw Failure(
          .failed, "\(quarter) is closed: the books are closed through \(lock.through)",
          next: CommandText.line("reopen", "\(quarter)", "--reason", "WHY"))
      }
      return try append(
        Lock(
          closingThrough: through, after: try book.ledger.head(),
          balances: try book.ledger.balances(through: through), at: now, actor: actor,
          reason: Key.normalised(reason)), quarter)
    }
  }

  /// Opens closed books again from a quarter's first day on; every later audit says so.
  ///
  /// - Throws: ``Failure`` when the quarter is not closed, or no reason is given.
  public func reopen(_ name: String, fiscalStart: Int, reason: String) throws -> LockReceipt {
    let quarter = try Self.quarter(name, fiscalStart: fiscalStart)
    let reason = Key.normalised(reason)
    guard !reason.isEmpty else {
      throw Failure(.usage, "a reopening needs a reason, because every later audit tells it")
    }
    return try book.transaction {
      guard let lock = try book.ledger.lock(), lock.through >= quarter.firstDay else {
        throw Failure(.failed, "\(quarter) is not closed, so there is nothing to open again")
      }
      return try append(
        Lock(
          reopeningAfter: quarter.firstDay.adding(days: -1), after: try book.ledger.head(),
          at: now, actor: actor, reason: reason), quarter)
    }
  }

  private func append(_ lock: Lock, _ quarter: Quarter) throws -> LockReceipt {
    try book.ledger.append(lock)
    return LockReceipt(
      lock: lock, quarter: "\(quarter)", journalHead: try book.ledger.head())
  }
}
