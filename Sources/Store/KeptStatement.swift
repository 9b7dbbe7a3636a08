public import Ledger

/// A statement as a list shows it.
public struct KeptStatement: Sendable {
  /// The statement, without its lines.
  public let statement: PlatformStatement
  /// How many lines it has.
  public let lineCount: Int64
  /// Whether audits of its quarter use it: nothing of its kind was given later.
  public let isStanding: Bool
}
