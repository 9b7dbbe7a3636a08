import Domain
import Ledger
import Store

extension OpenBook {
  /// Audits the fee books of a quarter, beside the statements that are kept for it.
  ///
  /// - Parameters:
  ///   - name: the quarter, such as `2026Q3` or `FY2025Q4`.
  ///   - basis: `charged`, `settled` or `order-date`.
  ///   - fiscalStart: the month the fiscal year starts in; 1 for calendar quarters.
  /// - Throws: ``Failure`` when the quarter or the basis has another name.
  public func audit(_ name: String, basis: String, fiscalStart: Int) throws -> AuditReport {
    let quarter = try Self.quarter(name, fiscalStart: fiscalStart)
    guard let basis = AuditBasis(rawValue: basis) else {
      let known = AuditBasis.allCases.map(\.rawValue).joined(separator: ", ")
      throw Failure(.usage, "wanted a basis of \(known), found \"\(basis)\"")
    }
    return try book.snapshot {
      // While a quarter is running ages are judged today, or on the day of a later event.
      let asOf = max(today, try book.ledger.lastDay() ?? today)
      var auditor = Auditor(
        quarter, basis: basis, asOf: asOf, schedule: try book.reference.feeSchedule())
      try book.ledger.forEachLine { auditor.add($0) }
      var known = KnownCreators(book: book, benchmarks: try benchmarks())
      let statements = try book.statements.standing(for: quarter)
      return AuditReport(
        audit: try auditor.report(
          statements: statements, creators: try statedCreators(statements)
        ) { creator, day in try known.facts(creator, on: day) },
        journalHead: try book.ledger.head())
    }
  }

  /// What the book knows of the creators that statements name.
  private func statedCreators(_ statements: [PlatformStatement]) throws -> StatedCreators {
    let stated = Set(statements.flatMap(\.lines).compactMap(\.userID))
    guard !stated.isEmpty else { return StatedCreators() }
    let known = try book.ledger.userIDs()
    let newcomers = try stated.subtracting(known.values).filter {
      try book.creators.key(userID: $0) == nil
    }
    return StatedCreators(userIDs: known, newcomers: newcomers)
  }
}
