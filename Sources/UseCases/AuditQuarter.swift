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
  ///   - inDollars: whether the amounts are shown in US dollars too.
  /// - Throws: ``Failure`` when the quarter or the basis has another name.
  public func audit(_ name: String, basis: String, fiscalStart: Int, inDollars: Bool = false) throws
    -> AuditReport
  {
    let quarter = try Self.quarter(name, fiscalStart: fiscalStart)
    guard let basis = AuditBasis(rawValue: basis) else {
      let known = AuditBasis.allCases.map(\.rawValue).joined(separator: ", ")
      throw Failure(.usage, "wanted a basis of \(known), found \"\(basis)\"")
    }
    return try book.snapshot {
      var auditor = Auditor(
        quarter, basis: basis, asOf: today,
        schedule: try book.reference.feeSchedule())
      try book.ledger.read(into: &auditor)
      var known = KnownCreators(book: book, benchmarks: try benchmarks())
      let statements = try book.statements.standing(for: quarter)
      // A statement's lines are looked for among all orders, whatever the quarter.
      let orders = statements.isEmpty ? [] : try book.ledger.orders(OrderFilter()).map(\.order)
      let audit = try auditor.report(
        statements: statements, beside: orders, creators: try statedCreators(statements)
      ) { creator, day in try known.facts(creator, on: day) }
      return AuditReport(
        audit: audit, beside: try beside(audit, inDollars: inDollars),
        journalHead: try book.ledger.head(), bookID: try bookID())
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
