import Domain
import UseCases

/// An audit drawn for people.
enum AuditText {
  /// The most lines of a group; machine formats carry all of them.
  private static let mostLines = 20

  /// The most findings of one kind that are only for the record.
  private static let mostInfos = 5

  /// The audit as lines of text, without a line end after the last.
  static func text(of report: AuditReport) -> String {
    let head = [
      "Audit \(report.quarter): \(report.days.lowerBound) to \(report.days.upperBound) "
        + "in Shanghai, \(report.basisWords)",
      "\(report.asOf < report.days.upperBound ? "the quarter is not over; " : "")"
        + "ages as of \(report.asOf); \(report.extent)",
      "head \(report.head)",
    ]
    let groups = report.groups.compactMap { group -> String? in
      guard group.rows.rows.contains(where: { $0[0] != .none }) else { return nil }
      return section("by \(group.by)", group.rows, "amounts")
    }
    return
      ([head.joined(separator: "\n"), TableText.text(of: report.total)] + groups
      + [section("accounts", report.movements, "movements")] + open(report)
      + (report.dollars.map { [section("in US dollars", $0, "usd")] } ?? [])
      + [reconciliation(report), findings(report.findings, infos: mostInfos)])
      .joined(separator: "\n\n")
  }

  private static func section(_ title: String, _ listing: Listing, _ part: String) -> String {
    let rest = listing.rows.count - mostLines
    let shown = Listing(columns: listing.columns, rows: Array(listing.rows.prefix(mostLines)))
    return
      ([title, TableText.text(of: shown)]
      + (rest > 0 ? ["… and \(rest) more; --part \(part) shows all"] : []))
      .joined(separator: "\n")
  }

  private static func open(_ report: AuditReport) -> [String] {
    let orders = report.openOrders
    guard !orders.rows.isEmpty else { return ["no open orders at the quarter's end"] }
    return [
      section(
        "open at the quarter's end: \(report.openCommitment) booked, \(report.escrow) in escrow",
        orders, "open")
    ]
  }

  private static func reconciliation(_ report: AuditReport) -> String {
    guard !report.statements.rows.isEmpty else {
      return
        "no statement of Pugongying's is kept for \(report.quarter); compare and keep one with: "
        + CommandText.line("reconcile", report.quarter, "FILE")
    }
    let statements = report.statements.rows.map { row in
      "statement \(row[0].shown): \(row[2].shown) \(row[3].shown) of \(row[5].shown)"
    }
    return
      (["beside Pugongying's statements"] + statements
      + [TableText.text(of: report.reconciliation)]).joined(separator: "\n")
  }

  /// What looking through the whole book found.
  static func text(of report: VerificationReport) -> String {
    let verdict =
      report.hasErrors
      ? "the book is not as it was; its hashes fit together through entry \(report.lastSequence)"
      : "nothing was changed: entries, tables and orders are as they were recorded"
    return [verdict, "head \(report.head)", findings(report.findings)].joined(separator: "\n")
  }

  /// Every finding whole, but no more than `infos` of each kind that is only for the record.
  static func findings(_ findings: Listing, infos: Int = .max) -> String {
    let rows = findings.rows
    guard !rows.isEmpty else { return "no findings" }
    var known: [String: Int] = [:]
    let shown = rows.filter { row in
      known[row[0].shown, default: 0] += 1
      return row[1] != .text("info") || known[row[0].shown, default: 0] <= infos
    }
    let lines = shown.map { row in
      let order = row[2] == .none ? "" : " \(row[2].shown)"
      let next = row[4] == .none ? "" : "\n    \(row[4].shown)"
      return "\(row[1].shown) \(row[0].shown)\(order): \(row[3].shown)\(next)"
    }
    let rest = rows.count - shown.count
    return
      ([Counted.text(Int64(rows.count), "finding")] + lines
      + (rest > 0 ? ["… and \(rest) more for the record; --part findings shows all"] : []))
      .joined(separator: "\n")
  }
}
