public import Domain
import Interchange
import Planner

/// What the planner found out for a request.
public struct ShortlistOutcome: Sendable {
  /// How it ended.
  public enum Status: String, Sendable {
    /// No better list exists.
    case optimal
    /// Stopped early: the list is valid, and no list is better than the bound.
    case bounded
    /// No list keeps to everything.
    case infeasible
    /// Stopped before a list was found.
    case interrupted
  }

  /// How it ended.
  public let status: Status
  /// The list, if there is one.
  public let list: Shortlist?
  /// No list's objective is larger; `nil` when nothing fits.
  public let bound: Int64?
  /// Why nothing fits, in money, a sentence each.
  public let conflict: [String]
  /// Whether the search ended because it grew too large, and not because it was asked to stop.
  public let isOutOfRoom: Bool
  /// How many creators can't be on any list, by reason, in the order they are asked.
  public let leftOut: [(why: LeftOut, count: Int)]
  /// How many offers there were to choose from.
  public let offers: Int
  /// Why this list and no other, where that was asked for and the list is proven.
  public internal(set) var reasons: ShortlistReasons?

  /// How many of the creators to choose from were taken at a measured engagement rate, and how many at the
  /// claimed one or none, where measured ones were asked for.
  public internal(set) var rates: (measured: Int, claimed: Int)?

  /// What was asked, and the budget of it.
  private let request: JSON
  private let budget: Money
  /// What a check by other means needs, where it was asked for.
  var proof = JSON.null

  /// `name` tells the creator with a number in words that the command takes.
  init(
    _ request: ShortlistRequest, _ answer: Answer, _ list: Shortlist?, leftOut: [LeftOut: Int],
    asked offers: Int,
    name: (Int32) throws -> String
  ) rethrows {
    (self.request, budget, self.list) = (request.json, request.budget, list)
    self.offers = offers
    self.leftOut = LeftOut.allCases.compactMap { why in leftOut[why].map { (why, $0) } }
    switch answer {
    case .bounded(_, _, .outOfRoom), .interrupted(_, .outOfRoom): isOutOfRoom = true
    default: isOutOfRoom = false
    }
    switch answer {
    case .optimal(let plan): (status, bound, conflict) = (.optimal, plan.objective, [])
    case .bounded(_, let bound, _): (status, self.bound, conflict) = (.bounded, bound, [])
    case .interrupted(let bound, _): (status, self.bound, conflict) = (.interrupted, bound, [])
    case .infeasible(let conflict):
      (status, bound, self.conflict) = (
        .infeasible, nil,
        try conflict.sentences(name: name) { try request.words(for: [$0], name: name) }
      )
    }
  }

  /// The outcome for machines: amounts are whole fen, and each key is there however it ended.
  public func json() -> String {
    let figures = list.map { ($0.objective, $0.spend) }
    let parts = list?.parts
    return JSON.object([
      .init("status", .string(status.rawValue)), .init("objective", .optional(figures?.0)),
      .init("bound", .optional(bound)),
      .init("gap", .optional(figures.flatMap { figure in bound.map { $0 - figure.0 } })),
      .init("stopped", .optional(stopped)), .init("budget_fen", .integer(budget.fen)),
      .init("spend_fen", .optional(figures?.1.fen)),
      .init("left_fen", .optional(figures.map { (budget - $0.1).fen })),
      .init("offers", parts?.offers ?? .array([])), .init("bands", parts?.bands ?? .array([])),
      .init("category_min", parts?.categories ?? .array([])),
      .init("conflict", .array(conflict.map(JSON.string))),
      .init("reasons", reasons?.value ?? .null),
      .init(
        "left_out", .object(leftOut.map { .init($0.why.rawValue, .integer($0.count)) })),
      .init("offers_considered", .integer(offers)), .init("request", request),
      .init("proof", proof),
    ]).text()
  }

  /// Why a search ended before its proof was closed.
  private var stopped: String? {
    guard status == .bounded || status == .interrupted else { return nil }
    return isOutOfRoom ? "room" : "time"
  }
}
