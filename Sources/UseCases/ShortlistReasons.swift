public import Domain
import Planner

/// What a planner needs to defend a list: why each pick, why not others, and what if.
public struct ShortlistReasons: Sendable {
  /// What came of planning something else.
  public struct Replanned: Sendable {
    /// How it ended.
    public let status: ShortlistOutcome.Status
    /// The value of the list that was found.
    public let objective: Int64?
    /// No list's value is larger; `nil` when nothing fits.
    public let bound: Int64?

    init(_ answer: Answer?) {
      switch answer {
      case .optimal?: status = .optimal
      case .bounded?: status = .bounded
      case .interrupted?: status = .interrupted
      case .infeasible?, nil: status = .infeasible
      }
      (objective, bound) = (answer?.plan?.objective, answer?.bound)
    }
  }

  /// One pick: what it brings, and what would take its place.
  public struct Pick: Sendable {
    /// The pick.
    public let pick: ShortlistPick
    /// The best list without its creator; `nil` when it could not be worked out in time.
    public let without: Replanned?
    /// Who would join that list, by creator id.
    public let joining: [ShortlistPick]
    /// Who else would leave, by creator id.
    public let leaving: [ShortlistPick]
    /// What that list spends.
    public let spend: Money?

    /// The value for each yuan of cost in hundredths, half up; `nil` for a gift.
    public var yieldHundredths: Int64? { ShortlistReasons.yieldHundredths(pick) }
  }

  /// One who is nearly on the list.
  public struct NearMiss: Sendable {
    /// The offer, at its price.
    public let pick: ShortlistPick
    /// What the best list that has it is worth less; `nil` when no list can have it, or not told in time.
    public let loss: Int64?
    /// The quote at which every best list has it, while one fen more leaves a best list without it.
    public let enters: Money?
    /// Whether it would not come onto the list for nothing.
    public let isNever: Bool

    /// The value for each yuan of cost in hundredths, half up; `nil` for a gift.
    public var yieldHundredths: Int64? { ShortlistReasons.yieldHundredths(pick) }
  }

  /// The same with one thing changed.
  public struct WhatIf: Sendable {
    /// What is changed, in the words of the command.
    public let words: String
    /// The budget then.
    public let budget: Money
    /// What came of it; `nil` when it could not be worked out in time.
    public let replanned: Replanned?
  }

  /// What the list is worth.
  public let objective: Int64
  /// What it spends.
  public let spend: Money
  /// In the order of the list.
  public var picks: [Pick] = []
  /// Those that lose least first.
  public var nearMisses: [NearMiss] = []
  /// Smaller budgets first.
  public var budgets: [WhatIf] = []
  /// What was asked, each thing left out once.
  public var constraints: [WhatIf] = []

  /// Whether the time was enough for everything.
  public var isWhole: Bool {
    picks.allSatisfy { $0.without != nil }
      && (budgets + constraints).allSatisfy { $0.replanned != nil }
  }

  private static func yieldHundredths(_ pick: ShortlistPick) -> Int64? {
    guard pick.cost > .zero else { return nil }
    let cost = Int128(pick.cost.fen)
    return Int64((Int128(pick.value) * 20_000 + cost) / (2 * cost))
  }
}
