/// What looking through a whole book found.
public struct Verification: Hashable, Sendable {
  /// How far the journal goes, and its hash by the entries as they are.
  public let head: ChainHead
  /// What is wrong: the worst first, then by code; none in a book that nobody tampered with.
  public let findings: [Finding]

  /// A result; the findings may come in any order.
  public init(head: ChainHead, findings: [Finding]) {
    self.head = head
    self.findings = findings.sorted(by: Finding.comesBefore)
  }

  /// Whether a finding is an error.
  public var hasErrors: Bool { findings.contains { $0.severity == .error } }
}
