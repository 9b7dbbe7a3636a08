import Domain
import Planner

/// Works out the reasons for a list that is proven to be the best one, each by planning again.
struct Reasoning<Source: OfferSource> {
  let search: ShortlistSearch
  let source: Source
  let problem: Problem
  let best: Plan

  /// How many near-misses are told.
  private static var nearMisses: Int { 5 }
  /// The budgets that are tried, in percent of the one that was asked for.
  static var budgets: [Int64] { [75, 90, 110, 125] }

  /// The reasons; what the time is not enough for is left open.
  func reasons(_ wanted: ReasonsWanted) throws -> ShortlistReasons {
    let shouldStop = wanted.shouldStop
    var reasons = ShortlistReasons(objective: best.objective, spend: best.spend)
    reasons.budgets = Self.budgets.map { budget($0, shouldStop) }
    reasons.constraints = try constraints(shouldStop)
    for (words, make) in wanted.problems {
      let answer = shouldStop() ? nil : replanned(try make(), shouldStop)
      reasons.constraints.append(
        .init(words: words, budget: problem.budget, replanned: answer))
    }
    reasons.nearMisses = try nearMisses(shouldStop)
    reasons.picks = try best.picks.map { ($0, try pick($0)) }
      .sorted { ShortlistPick.shown(before: $0.1, $1.1) }.map { try reason($0.0, $0.1, shouldStop) }
    return reasons
  }

  private func pick(_ offer: Offer) throws -> ShortlistPick {
    try source.pick(offer) { search.rules.tiers.tier(followers: $0).code }
  }

  private func replanned(_ problem: Problem, _ shouldStop: () -> Bool)
    -> ShortlistReasons.Replanned?
  {
    guard !shouldStop() else { return nil }
    return .init(problem.answer(shouldStop: shouldStop))
  }

  private func budget(_ percent: Int64, _ shouldStop: () -> Bool) -> ShortlistReasons.WhatIf {
    var changed = problem
    let fen = Int128(problem.budget.fen) * Int128(percent) / 100
    changed.budget = min(.largest, Money(fen: Int64(fen)))
    return .init(
      words: "--budget \(percent > 100 ? "+" : "-")\(abs(percent - 100))%",
      budget: changed.budget, replanned: replanned(changed, shouldStop))
  }

  private func constraints(_ shouldStop: () -> Bool) throws -> [ShortlistReasons.WhatIf] {
    let bands = problem.constraints.filter { if case .band = $0 { true } else { false } }
    var sets = problem.constraints.map { [$0] }
    if bands.count > 1 { sets.insert(bands, at: 0) }
    return try sets.map { set in
      .init(
        words: try search.request.words(for: set) { try source.nickname(of: $0) },
        budget: problem.budget, replanned: replanned(problem.dropping(set), shouldStop))
    }
  }

  private func nearMisses(_ shouldStop: () -> Bool) throws -> [ShortlistReasons.NearMiss] {
    guard !shouldStop() else { return [] }
    let near = problem.nearMisses(
      Self.nearMisses, of: best, brandFee: search.rules.brandFee, shouldStop: shouldStop)
    return try near.map { miss in
      var enters: Money?
      if case .at(let price) = miss.entry { enters = price }
      return .init(
        pick: try pick(miss.offer), loss: miss.loss, enters: enters, isNever: miss.entry == .never)
    }
  }

  private func reason(_ offer: Offer, _ mine: ShortlistPick, _ shouldStop: () -> Bool) throws
    -> ShortlistReasons.Pick
  {
    guard !shouldStop() else {
      return .init(pick: mine, without: nil, joining: [], leaving: [], spend: nil)
    }
    let answer = problem.removing(offer.creator).answer(shouldStop: shouldStop)
    let before = Set(best.picks)
    let after = Set(answer?.plan?.picks ?? [])
    let gone = answer?.plan == nil ? [] : best.picks.filter { $0 != offer && !after.contains($0) }
    return .init(
      pick: mine, without: .init(answer),
      joining: try (answer?.plan?.picks ?? []).filter { !before.contains($0) }.map(pick),
      leaving: try gone.map(pick), spend: answer?.plan?.spend)
  }
}
