/// A sentence of a plan, and the rules that it stands on.
public struct PlanAdvice: Hashable, Sendable {
  /// What it is for.
  public enum Kind: String, CaseIterable, Sendable {
    /// What to do.
    case advice = "do"
    /// What this budget can't do, and what to do instead.
    case warning = "watch"
  }

  /// What it is for.
  public let kind: Kind
  /// One or two sentences, no full stop at the end.
  public let text: String
  /// Where it comes from.
  public let rules: [PlanRule]
}
