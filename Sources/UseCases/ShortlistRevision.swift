public import Domain
import Interchange
import Planner

/// A kept list planned anew: what it would be now, and what changes.
public struct ShortlistRevision: Sendable {
  /// What the planner found out; its bound is that of lists which keep as many approved picks.
  public let outcome: ShortlistOutcome
  /// The list it starts from.
  public let before: Shortlist
  /// How many of its picks stay, in their formats.
  public let kept: Int
  /// No list keeps more.
  public let most: Int
  /// Whether no list keeps more, and none that keeps as many is worth more.
  public let isProven: Bool
  /// By creator id, a row for each one added, dropped or changed.
  public let changes: Listing

  /// A name for it that is free: `spring-2` after `spring`.
  public let nextName: String

  /// The revision for machines; amounts are whole fen.
  public func json() -> String {
    JSON.object(
      [
        .init("status", .string(outcome.status.rawValue)),
        .init("objective", .optional(outcome.list?.objective)),
        .init("bound", .optional(outcome.list?.bound)), .init("from", .string(before.name)),
        .init("approved", .integer(before.picks.count)), .init("kept", .integer(kept)),
        .init("most_kept", .integer(most)), .init("proven", .bool(isProven)),
        .init("changes", changes.value),
      ] + (outcome.list?.members ?? []) + [
        .init("conflict", .array(outcome.conflict.map(JSON.string)))
      ]
    ).text()
  }
}
