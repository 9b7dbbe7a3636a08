import Domain
import Interchange
import Ledger

/// An audit as a page to forward: it prints on A4 and needs nothing but itself.
struct AuditPage {
  private let report: AuditReport

  init(_ report: AuditReport) { self.report = report }

  func bytes() -> [UInt8] {
    var page = HTMLPage(
      title: "Pugongying fee audit \(report.quarter)",
      lead: "\(report.days.lowerBound) to \(report.days.upperBound) in Shanghai, "
        + report.basisWords,
      foot: "Fee audit \(report.quarter) · \(report.basis) · head \(report.head)")
    page += facts + figures + verdict
    page += charts
    page.add("Findings", findings)
    for group in report.groups { page.add("By \(title(group.by))", table(group)) }
    page.add("Accounts", accounts)
    page.add("Open at the quarter's end", open)
    page.add("Beside Pugongying's statements", statements)
    page.add("Orders", orders)
    if let dollars = report.dollars { page.add("In US dollars", self.dollars(dollars)) }
    page.add("Whether this is still what the book says", proof)
    return page.bytes
  }

  private var facts: Markup {
    let asOf = "\(report.asOf)"
    return HTMLPage.facts([
      ("Basis", "\(report.basisWords)"), ("Time zone", "Asia/Shanghai"),
      ("Ages as of", "\(asOf)"),
      ("Journal entries", "\(min(report.lastSequence, 1)) through \(report.lastSequence)"),
      ("Book", "<code>\(report.bookID)</code>"), ("Head", "<code>\(report.head)</code>"),
    ])
  }

  /// The totals, named as in every other form of the audit.
  private var figures: Markup {
    let cells = report.total.rows.first ?? []
    let named = zip(report.total.columns, cells).map { column, cell in
      (Self.capital(column.title), cell.shown)
    }
    return HTMLPage.figures(
      named + [
        ("Open commitment", "\(report.openCommitment)"), ("In escrow", "\(report.escrow)"),
      ])
  }

  private var verdict: Markup {
    let rows = report.findings.rows
    let words = ["error", "warn", "info"].compactMap { severity -> Markup? in
      let count = rows.count { $0[1] == .text(severity) }
      return count == 0 ? nil : "\(mark(severity)) \(count)"
    }
    guard !words.isEmpty else { return "<p>Nothing looks wrong.</p>\n" }
    return "<p>" + words.dropFirst().reduce(words[0]) { "\($0) \u{A0} \($1)" } + "</p>\n"
  }

  private var charts: Markup {
    let amounts = report.audit.total.amounts
    let parts = [
      ("creators, after their fee", amounts.creatorNet),
      ("Pugongying, out of the quotes", amounts.creatorFee),
      ("Pugongying, on top of the quotes", amounts.brandFee),
    ]
    guard amounts.brandTotal > .zero, parts.allSatisfy({ $0.1 >= .zero }) else { return "" }
    let whole = amounts.brandTotal.fen
    let stacked = SVGChart.stacked(
      "Where the \(amounts.brandTotal) of the brand go",
      parts.map { label, money in
        let share = Percent.basisPoints(money.fen, of: whole).map(Percent.text(basisPoints:)) ?? ""
        return .init(label, money.fen, "\(money), \(share)")
      })
    let tiers = report.audit.byTier.map { tier -> SVGChart.Figure in
      let total = tier.amounts.brandTotal
      return .init(tier.name ?? "tier not known", total.fen, "\(total)")
    }
    return stacked + SVGChart.bars("Brand total by tier", tiers)
  }

  private var findings: Markup {
    let rows = report.findings.rows
    guard !rows.isEmpty else { return "<p>No findings.</p>\n" }
    var table = HTMLTable(
      ["Severity", "Finding", "Evidence, and what resolves it"].map { ($0, false) })
    let most = 500
    for row in rows.prefix(most) {
      let order: Markup = row[2] == .none ? "" : " <small>order \(row[2].shown)</small>"
      let next: Markup = row[4] == .none ? "" : "<br/><code>\(row[4].shown)</code>"
      table.add([mark(row[1].shown), "\(row[0].shown)\(order)", "\(row[3].shown)\(next)"])
    }
    guard rows.count > most else { return table.markup }
    return table.markup
      + "<p>… and \(rows.count - most) more: <code>\(report.command("findings"))</code></p>\n"
  }

  private func mark(_ severity: String) -> Markup {
    let words = severity == "warn" ? "warning" : severity == "info" ? "for the record" : severity
    return "<span class=\"mark \(severity)\">\(words)</span>"
  }

  private func table(_ group: (by: String, rows: Listing)) -> Markup {
    let rows = group.rows.without("mcn_part", "creator_part")
    let parts = group.rows.keeping(["key", "creator_net", "mcn_part", "creator_part"])
    let hasParts = parts.rows.contains { $0.contains(.none) == false }
    guard rows.rows.contains(where: { $0[0] != .none }) else {
      return HTMLPage.paragraph(rows.rows.isEmpty ? "No orders." : "No order names one.")
    }
    let total = [.text("all"), .none] + (report.total.rows.first ?? [])
    let hasNames = rows.rows.contains { $0[1] != .none }
    let more = report.command("amounts")
    return rows.table(
      below: hasNames ? ["name": "key"] : [:], more: more, total: hasNames ? swapped(total) : total)
      + (hasParts ? parts.table("How the creators' net is shared", more: more) : "")
  }

  /// A total's word in the name's column, above no id.
  private func swapped(_ row: [Cell]) -> [Cell] { [row[1], row[0]] + row.dropFirst(2) }

  private func title(_ by: String) -> String { by == "mcn" ? "MCN" : by }

  private var accounts: Markup {
    "<p>Opening + movement = closing.</p>\n" + report.movements.table()
  }

  private var open: Markup {
    guard !report.openOrders.rows.isEmpty else { return "<p>No open orders.</p>\n" }
    return HTMLPage.paragraph("\(report.openCommitment) booked, \(report.escrow) in escrow.")
      + report.openOrders.table(
        below: ["order": "creator_id"], more: report.command("open"))
  }

  private var statements: Markup {
    guard !report.statements.rows.isEmpty else {
      let command = CommandText.line("reconcile", report.quarter, "FILE")
      return "<p>None is kept for \(report.quarter); compare and keep one with "
        + "<code>\(command)</code></p>\n"
    }
    return report.statements.table(below: ["file": "sha256"])
      + HTMLPage.paragraph("The lines below “difference” are what it is made of, to the fen.")
      + report.reconciliation.table()
  }

  private var orders: Markup {
    guard !report.orders.rows.isEmpty else { return "<p>No orders.</p>\n" }
    let own = ["tier", "mcn", "campaign", "mcn_part", "creator_part"]
    let invoices = ["fapiao_no", "fapiao_date", "tax_note"]
    let keys = report.orders.columns.map(\.key)
    let more = report.command("orders")
    let noted = report.orders.keeping(["order", "nickname"] + invoices)
    let rows = noted.rows.filter { $0.dropFirst(2).contains { $0 != .none } }
    return report.orders.keeping(keys.filter { !(own + invoices).contains($0) }).table(
      below: ["order": "booked_on", "nickname": "creator_id"], more: more)
      + (rows.isEmpty
        ? "" : Listing(columns: noted.columns, rows: rows).table("Fapiao", more: more))
  }

  private func dollars(_ dollars: Listing) -> Markup {
    HTMLPage.paragraph(
      "A view: each entry at the last rate on or before its day, rounded to the cent."
    )
      + dollars.table(below: ["name": "key"], more: report.command("usd"))
  }

  private var proof: Markup {
    let command = CommandText.line("audit", "--anchor", report.head)
    return "<p>The head is the hash of all entries. Keep it; whether anything up to entry "
      + "\(report.lastSequence) was changed since is told by <code>\(command)</code></p>\n"
  }

  private static func capital(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}

extension AuditReport {
  /// The whole audit as one page that needs nothing but itself, and prints on A4.
  public func page() -> [UInt8] { AuditPage(self).bytes() }
}
