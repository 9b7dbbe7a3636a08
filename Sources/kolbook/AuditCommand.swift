import ArgumentParser
import UseCases

struct AuditCommand: ParsableCommand {
  /// By which day money counts.
  enum Basis: String, CaseIterable, ExpressibleByArgument {
    case charged, settled
    case orderDate = "order-date"
  }

  /// Which part of the audit is written.
  enum Part: String, CaseIterable, ExpressibleByArgument {
    case all, amounts, movements, open, reconciliation, findings, orders, usd
  }

  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Audit the service fees of a quarter; ends with 3 when something is wrong.",
    discussion: """
      EXAMPLES
        kolbook audit 2026Q3
        kolbook audit 2026Q3 -o audit.html      one page to forward and to print
        kolbook audit 2026Q3 -o audit.csv
        kolbook audit 2026Q3 --basis settled --format json
        kolbook audit FY2026Q2 --fiscal-start 4
        kolbook audit 2026Q3 --part findings --format csv
        kolbook audit --verify
        kolbook audit --anchor ENTRY:HASH

      A quarter is compared with Pugongying's statements that kolbook reconcile has kept for it. \
      Every report says its head: the journal's newest entry and its hash. Kept elsewhere, it \
      shows later, with --anchor, whether anything up to that entry was changed.
      """)

  @Argument(help: "The quarter, in Shanghai days, such as 2026Q3.") var quarter: String?
  @Flag(help: "Look through the whole book for changed, missing or added entries instead.")
  var verify = false
  @Option(
    help: ArgumentHelp(
      "Verify, and compare with a head that a report printed.", valueName: "entry:hash"))
  var anchor: String?
  @Option(
    help: """
      Money counts when it is charged, when it settles, or when it was ordered. (default: charged)
      """)
  var basis: Basis?
  @Option(
    help: ArgumentHelp(
      "The month the fiscal year starts in. (default: 1)", valueName: "month"))
  var fiscalStart: Int?
  @Option(help: "What to show. (default: all)") var part: Part?
  @Flag(help: "Show the amounts in US dollars too, at the rates of kolbook reference.")
  var usd = false
  @OptionGroup var file: FileOptions
  @OptionGroup var options: BookOptions

  func validate() throws {
    guard (quarter == nil) == (verify || anchor != nil) else {
      throw ValidationError(
        quarter == nil
          ? "wanted a quarter such as 2026Q3, or --verify"
          : "--verify and --anchor look through the whole book: leave the quarter out")
    }
    let others = [
      ("--output", file.output != nil), ("--basis", basis != nil), ("--part", part != nil),
      ("--fiscal-start", fiscalStart != nil), ("--usd", usd),
    ]
    if quarter == nil, let other = others.first(where: \.1) {
      throw ValidationError("\(other.0) goes with a quarter")
    }
  }

  func run() throws {
    guard let quarter else { return try look() }
    let report = try options.open()
      .audit(
        quarter, basis: (basis ?? .charged).rawValue, fiscalStart: fiscalStart ?? 1,
        inDollars: usd || part == .usd)
    switch (part ?? .all, options.format) {
    case _ where file.output != nil: try write(report)
    case (.all, .table): Output.write(AuditText.text(of: report))
    case (.all, .json): Output.write(report.json())
    case (.findings, .table): Output.write(AuditText.findings(report.findings))
    default: options.write(listing(of: report))
    }
    if report.hasErrors { throw Outcome.auditErrors }
  }

  private func listing(of report: AuditReport) -> Listing {
    switch part ?? .all {
    case .all: report.whole
    case .amounts: report.allAmounts
    case .movements: report.movements
    case .open: report.openOrders
    case .reconciliation: report.reconciliation
    case .findings: report.findings
    case .orders: report.orders
    case .usd: report.dollars ?? report.total
    }
  }

  private func write(_ report: AuditReport) throws {
    let listing = listing(of: report)
    let isWhole = (part ?? .all) == .all
    let findings = Counted.text(Int64(report.findings.rows.count), "finding")
    try file.write(
      "the audit of \(report.quarter), \(findings)", as: options.format,
      .init(
        excel: listing.excelCSV, csv: listing.csv, tsv: listing.tsv,
        json: { isWhole ? report.json() : listing.json() },
        page: isWhole ? { report.page() } : nil))
  }

  /// Looks through the whole book.
  private func look() throws {
    let book = try options.open()
    let report = try Pace.show("event") { try book.verify(anchor: anchor, progress: $0) }
    switch options.format {
    case .table: Output.write(AuditText.text(of: report))
    case .json: Output.write(report.json())
    case .csv, .tsv: options.write(report.findings)
    }
    if report.hasErrors { throw Outcome.auditErrors }
  }
}
