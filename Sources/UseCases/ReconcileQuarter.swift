import Domain
import Ledger
import Store

extension OpenBook {
  /// Compares the orders of the books with Pugongying's order report, its note batch, or both.
  ///
  /// The statements that are given are kept for the quarter, and stand in place of those of the same
  /// kind that were given before; every later audit compares with them. An order of the quarter that no
  /// statement has is missing there; a line is looked for among all orders, whatever the quarter.
  ///
  /// - Parameters:
  ///   - files: none to compare with the statements that are kept.
  ///   - sheet: the sheet of a workbook; `nil` for the one whose header fits.
  ///   - missing: the file that the orders are to be written to that the books don't have.
  ///   - isDryRun: whether nothing is kept.
  ///   - progress: told after every thousand rows how many there were, and roughly of how many.
  /// - Throws: ``Failure`` of kind `badInput` with every problem of the statements, of kind `usage` when all
  ///   orders for the file are without a day; nothing is kept then.
  public func reconcile(
    _ name: String, with files: [InputFile], sheet: String? = nil, fiscalStart: Int,
    missing: String? = nil, isDryRun: Bool = false, progress: (Int, Int) -> Void = { _, _ in }
  ) throws -> ReconcileReport {
    let quarter = try Self.quarter(name, fiscalStart: fiscalStart)
    let given = try GivenStatements(
      files, sheet: sheet, quarter: quarter, at: now, by: actor, progress: progress)
    let compared = { (isKept: Bool) in
      let report = try compare(quarter, given, isKept: isKept)
      if let missing, report.datedCount == 0, report.undatedCount > 0 {
        throw Self.undated(report.undatedCount, quarter, files, missing)
      }
      return report
    }
    guard !isDryRun, !given.statements.isEmpty else {
      return try book.snapshot { try compared(false) }
    }
    return try book.transaction { try compared(true) }
  }

  private static func undated(
    _ count: Int, _ quarter: Quarter, _ files: [InputFile], _ missing: String
  ) -> Failure {
    let (orders, were) =
      count == 1 ? ("order", "was") : ("\(Grouped.text(Int64(count))) orders", "were")
    return Failure(
      .usage,
      "\(missing) was not written: no statement says when the \(orders) that the books don't have "
        + "\(were) made; the order report (订单报告) does",
      next: GivenStatements.command(
        quarter, files.map(\.name) + ["ORDERS.xlsx", "--missing", missing]))
  }

  private func compare(_ quarter: Quarter, _ given: GivenStatements, isKept: Bool) throws
    -> ReconcileReport
  {
    let before = isKept ? try book.statements.standing(for: quarter) : []
    let places = isKept ? try book.statements.keep(given.statements) : []
    var standing = try book.statements.standing(for: quarter)
    if !isKept {
      let kinds = Set(given.statements.map(\.kind))
      standing = given.statements + standing.filter { !kinds.contains($0.kind) }
    }
    guard !standing.isEmpty else {
      throw Failure(
        .usage, "no statement of \(quarter) is kept",
        next: CommandText.line("reconcile", "\(quarter)", "FILE"))
    }
    let reconciler = Reconciler(
      quarter.firstDay...quarter.lastDay,
      orders: try book.ledger.orders(OrderFilter()).map(\.order),
      schedule: try book.reference.feeSchedule(), userIDs: try book.ledger.userIDs())
    var report = ReconcileReport(quarter, reconciler.reconcile(standing))
    report.tell(given, places, standing)
    let used = Set(standing.map(\.number))
    report.tell(replaced: before.filter { !used.contains($0.number) })
    for creator in report.creators {
      guard let key = try book.creators.key(id: creator) else { continue }
      report.nicknames[creator] = try book.creators.creator(key).nickname
    }
    return report
  }
}
