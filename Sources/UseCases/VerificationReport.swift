import Interchange
import Ledger

/// What looking through a whole book found, ready to be shown.
public struct VerificationReport: Sendable {
  let verification: Verification

  /// The newest entry that is as it was recorded.
  public var lastSequence: Int64 { verification.head.sequence }
  /// The journal's head, `N:HASH`, to be kept elsewhere.
  public var head: String { "\(verification.head)" }
  /// Whether something is wrong.
  public var hasErrors: Bool { verification.hasErrors }
  /// What is wrong, the worst first.
  public var findings: Listing { .findings(verification.findings) }

  /// The result for machines.
  public func json() -> String {
    JSON.object([
      .init("seq", .integer(lastSequence)),
      .init("head", .string("\(verification.head.digest)")), .init("findings", findings.value),
    ]).text()
  }
}
