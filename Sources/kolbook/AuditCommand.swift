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
    case all, amounts, movements, open, findings
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
      """)

  @Argument(help: "The quarter, in Shanghai days, such as 2026Q3.") var quarter: String
  @Option(help: "Money counts when it is charged, when it settles, or when it was ordered.")
  var basis = Basis.charged
  @Option(help: ArgumentHelp("The month the fiscal year starts in.", valueName: "month"))
  var fiscalStart = 1
  @Option(help: "What to show.") var part = Part.all
  @OptionGroup var options: BookOptions

  func run() throws {
    let report = try options.open()
      .audit(quarter, basis: basis.rawValue, fiscalStart: fiscalStart)
    switch (part, options.format) {
    case (.all, .table): Output.write(AuditText.text(of: report))
    case (.all, .json): Output.write(report.json())
    case (.all, .csv), (.all, .tsv), (.amounts, _): options.write(report.allAmounts)
    case (.movements, _): options.write(report.movements)
    case (.open, _): options.write(report.openOrders)
    case (.findings, .table): Output.write(AuditText.findings(report))
    case (.findings, _): options.write(report.findings)
    }
    if report.hasErrors { throw Outcome.auditErrors }
  }
}
