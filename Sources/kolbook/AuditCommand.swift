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
    case all, amounts, movements, open, reconciliation, findings
  }

  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Audit the service fees of a quarter; ends with 3 when something is wrong.",
    discussion: """
      EXAMPLES
        kolbook audit 2026Q3
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
  @Option(help: "Money counts when it is charged, when it settles, or when it was ordered.")
  var basis = Basis.charged
  @Option(help: ArgumentHelp("The month the fiscal year starts in.", valueName: "month"))
  var fiscalStart = 1
  @Option(help: "What to show.") var part = Part.all
  @OptionGroup var options: BookOptions

  func validate() throws {
    guard (quarter == nil) == (verify || anchor != nil) else {
      throw ValidationError(
        quarter == nil
          ? "wanted a quarter such as 2026Q3, or --verify"
          : "--verify and --anchor look through the whole book: leave the quarter out")
    }
  }

  func run() throws {
    guard let quarter else { return try look() }
    let report = try options.open()
      .audit(quarter, basis: basis.rawValue, fiscalStart: fiscalStart)
    switch (part, options.format) {
    case (.all, .table): Output.write(AuditText.text(of: report))
    case (.all, .json): Output.write(report.json())
    case (.all, .csv), (.all, .tsv), (.amounts, _): options.write(report.allAmounts)
    case (.movements, _): options.write(report.movements)
    case (.open, _): options.write(report.openOrders)
    case (.reconciliation, _): options.write(report.reconciliation)
    case (.findings, .table): Output.write(AuditText.findings(report.findings))
    case (.findings, _): options.write(report.findings)
    }
    if report.hasErrors { throw Outcome.auditErrors }
  }

  /// Looks through the whole book.
  private func look() throws {
    let report = try options.open().verify(anchor: anchor)
    switch options.format {
    case .table: Output.write(AuditText.text(of: report))
    case .json: Output.write(report.json())
    case .csv, .tsv: options.write(report.findings)
    }
    if report.hasErrors { throw Outcome.auditErrors }
  }
}
