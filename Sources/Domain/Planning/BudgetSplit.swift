/// A campaign's budget in its parts: ads, and of the rest creators, content and management.
public struct BudgetSplit: Hashable, Sendable {
  /// One part.
  public struct Part: Hashable, Sendable {
    /// `ads`, `creators`, `content`, `management`, or what the playbook names.
    public let name: String
    /// How much.
    public let amount: Money
    /// Why so much.
    public let rules: [PlanRule]
  }

  /// Why ads have what they have.
  public enum AdsReason: Hashable, Sendable {
    /// Their usual part.
    case usual
    /// More than that part, so that one campaign can run.
    case raised(minimum: Money)
    /// Nothing: even the largest usual part is below what a campaign takes.
    case none(minimum: Money, from: Money?)
  }

  /// Ads first, then the rest in the playbook's order; they sum to the budget.
  public let parts: [Part]
  /// The usual part of ads in basis points, from and to.
  public let usualAds: ClosedRange<Int64>
  /// The place in it by objective and stage.
  public let usualShare: Share
  /// Why ads have what they have.
  public let adsReason: AdsReason
  /// Who says what a campaign takes.
  public let minimumRule: PlanRule?

  /// What a part gets; nothing when there is no such part.
  public func amount(of name: String) -> Money {
    parts.first { $0.name == name }?.amount ?? .zero
  }

  /// The parts of a budget.
  ///
  /// Ads get a place in their usual range by what objective and stage lead with, rounded half up to a fen;
  /// the rest is split by largest remainder.
  init(_ request: PlanRequest, _ reference: PlanReference) throws {
    let playbook = reference.playbook
    let usual = try playbook.row("budget", "ads_share")
    let level = try Self.level(request, reference)
    guard let low = usual.low, let high = usual.high, (0...10_000).contains(low), high <= 10_000,
      let place = level.low, (0...10_000).contains(place)
    else { throw Playbook.missing("budget/ads_share with ads_level") }
    usualAds = low...high
    let share = Share(basisPoints: low + ((high - low) * place + 5_000) / 10_000)
    let least = Self.smallestMinimum(request, reference)
    minimumRule = least?.rule
    usualShare = share
    let usualRules = [usual.rule, level.rule]
    adsReason = Self.reason(share, high, request.budget, least?.low)
    let ads: Money =
      switch adsReason {
      case .usual: share.of(request.budget)
      case .raised(let minimum): minimum
      case .none: .zero
      }
    let rest = playbook.rows("rest")
    let weights = rest.map { max(0, $0.low ?? 0) }
    guard weights.contains(where: { $0 > 0 }), rest.contains(where: { $0.key == "creators" }) else {
      throw Playbook.missing("rest/creators")
    }
    let amounts = LargestRemainder.split((request.budget - ads).fen, by: weights)
    let rules = adsReason == .usual ? usualRules : usualRules + (least.map { [$0.rule] } ?? [])
    parts =
      [Part(name: "ads", amount: ads, rules: rules)]
      + zip(rest, amounts).map { row, fen in
        Part(name: row.key, amount: Money(fen: fen), rules: [row.rule])
      }
  }

  /// Where in their range ads are: by how many of objective and first step of the stage lead with them.
  private static func level(_ request: PlanRequest, _ reference: PlanReference) throws
    -> PlaybookRow
  {
    let playbook = reference.playbook
    let leads = [
      try playbook.row("objective", request.objective), try playbook.row("stage", request.stage),
    ]
    let count = leads.count { $0.levers.contains(where: reference.formats.contains) }
    return try playbook.row("ads_level", ["creators", "mixed", "ads"][count])
  }

  /// What the cheapest format that may be used takes.
  private static func smallestMinimum(_ request: PlanRequest, _ reference: PlanReference)
    -> AdBenchmark?
  {
    let avoided = reference.playbook.rows("stage_avoid", request.stage).flatMap(\.levers)
    return reference.formats.filter { !avoided.contains($0) }
      .compactMap { reference.benchmark($0, .campaignMinimum) }.min { $0.low < $1.low }
  }

  private static func reason(_ share: Share, _ high: Int64, _ budget: Money, _ minimum: Money?)
    -> AdsReason
  {
    // Without rounding: a part of a fen below the minimum is below it.
    let reaches = { (basisPoints: Int64, minimum: Money) in
      Int128(budget.fen) * Int128(basisPoints) >= Int128(minimum.fen) * 10_000
    }
    guard let minimum, !reaches(share.basisPoints, minimum) else { return .usual }
    if reaches(high, minimum) { return .raised(minimum: minimum) }
    guard high > 0 else { return .none(minimum: minimum, from: nil) }
    let from = (Int128(minimum.fen) * 10_000 + Int128(high) - 1) / Int128(high)
    return .none(minimum: minimum, from: Money(fen: Int64(clamping: from)))
  }
}
