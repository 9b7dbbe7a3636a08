import Ledger

extension Listing {
  /// Findings as a list, in the order they come.
  static func findings(_ findings: [Finding]) -> Listing {
    Listing(
      columns: [
        .init("code", "code"), .init("severity", "severity"), .init("order", "order"),
        .init("evidence", "evidence"), .init("next", "next"),
      ],
      rows: findings.map { finding in
        [
          .text(finding.code.rawValue), .text("\(finding.severity)"), .optional(finding.order),
          .text(finding.evidence), .optional(finding.next),
        ]
      })
  }
}
