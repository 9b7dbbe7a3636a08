import Domain
import Interchange

extension ShortlistReasons {
  /// The reasons for machines; amounts are whole fen.
  var value: JSON {
    .object([
      .init("whole", .bool(isWhole)), .init("picks", .array(picks.map(json))),
      .init("near_misses", .array(nearMisses.map(Self.json))),
      .init("budgets", .array(budgets.map(json))),
      .init("constraints", .array(constraints.map(json))),
    ])
  }

  private func json(_ pick: Pick) -> JSON {
    let brief = { (pick: ShortlistPick) -> JSON in .object(Self.members(pick)) }
    let after: [JSON.Member] = [
      .init("spend_fen", .optional(pick.spend?.fen)),
      .init("joining", .array(pick.joining.map(brief))),
      .init("leaving", .array(pick.leaving.map(brief))),
    ]
    return .object(
      Self.members(pick.pick) + [
        .init("value_per_yuan_hundredths", .optional(pick.yieldHundredths)),
        .init("without", .object(members(pick.without) + after)),
      ])
  }

  private static func json(_ miss: NearMiss) -> JSON {
    .object(
      members(miss.pick) + [
        .init("value_per_yuan_hundredths", .optional(miss.yieldHundredths)),
        .init("loss", .optional(miss.loss)), .init("enters_at_fen", .optional(miss.enters?.fen)),
        .init("enters_for_nothing", miss.isNever ? .bool(false) : .null),
      ])
  }

  private func json(_ change: WhatIf) -> JSON {
    .object(
      [.init("change", .string(change.words)), .init("budget_fen", .integer(change.budget.fen))]
        + members(change.replanned))
  }

  private func members(_ replanned: Replanned?) -> [JSON.Member] {
    [
      .init("status", .optional(replanned?.status.rawValue)),
      .init("objective", .optional(replanned?.objective)),
      .init("bound", .optional(replanned?.bound)),
      .init("value_change", .optional(replanned?.objective.map { $0 - objective })),
    ]
  }

  private static func members(_ pick: ShortlistPick) -> [JSON.Member] {
    [
      .init("creator_id", .string(pick.creator.text)), .init("nickname", .string(pick.nickname)),
      .init("format", .string(pick.format.rawValue)), .init("quote_fen", .integer(pick.quote.fen)),
      .init("cost_fen", .integer(pick.cost.fen)), .init("value", .integer(pick.value)),
    ]
  }
}
