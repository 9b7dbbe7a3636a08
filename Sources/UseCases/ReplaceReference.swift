import Domain
import Interchange
import Store

extension OpenBook {
  /// Puts a person's own rows in place of a table's; fee rates are added, because orders rest on them.
  ///
  /// The columns are the table's, in any order; rows without `source` are the actor's, rows without
  /// `as_of` are of today.
  ///
  /// - Returns: how many rows the table has now, and how many of them are new.
  /// - Throws: ``Failure`` of kind `badInput` with every problem of the file; nothing has changed then.
  public func replaceReference(_ name: String, with file: InputFile, isDryRun: Bool = false) throws
    -> ReferenceChange
  {
    let table = try Self.referenceTable(name)
    let rows = try ReferenceFile(table, today: today, actor: actor).rows(of: file)
    do {
      return try book.transaction {
        let before = try book.reference.rows(of: table)
        let isKnown = Set(before)
        let fees = table == .feeRate ? try book.reference.feeSchedule().rates : []
        try book.reference.replace(
          table, with: table.onlyGrows ? rows.filter { !isKnown.contains($0) } : rows)
        try check(table, fees)
        let after = try book.reference.rows(of: table)
        let change = ReferenceChange(
          table: table.rawValue, rows: after.count,
          added: after.count { !isKnown.contains($0) }, isDryRun: isDryRun)
        if isDryRun { throw Rehearsed(change: change) }
        return change
      }
    } catch let rehearsed as Rehearsed {
      return rehearsed.change
    }
  }

  /// Thrown to roll a dry run back.
  private struct Rehearsed: Error {
    let change: ReferenceChange
  }

  /// Whether the rest of the book can work with the rows.
  ///
  /// - Parameter fees: the fee rates that stood before.
  private func check(_ table: ReferenceTable, _ fees: [FeeRate]) throws {
    do {
      switch table {
      case .tier: _ = try book.reference.tierTable()
      case .feeRate:
        let new = try book.reference.feeSchedule().rates.filter { !fees.contains($0) }
        try refuseClosed(new.map(\.from))
      default: break
      }
    } catch let failure as Failure {
      throw Failure(.badInput, failure.sentence, next: failure.next)
    }
  }
}
