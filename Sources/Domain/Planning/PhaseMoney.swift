/// Splits what a lever gets among the phases that name it.
struct PhaseMoney {
  private let rows: [PlaybookRow]
  private let weights: [Int64]
  /// Rows of the stage with an amount: what its test may cost.
  private let tests: [PlaybookRow]
  /// The largest part of a lever that any test spends.
  private let limit: PlaybookRow?

  init(
    _ rows: [PlaybookRow], _ weights: [Int64], _ stage: [PlaybookRow], limit: PlaybookRow?
  ) {
    (self.rows, self.weights, self.limit) = (rows, weights, limit)
    tests = stage.filter { $0.unit == "fen" && $0.low != nil }
  }

  /// The rules that a phase is limited by.
  func limits(_ row: PlaybookRow) -> [PlanRule] {
    guard Self.isTest(row) else { return [] }
    return tests.filter { test in test.levers.contains(where: row.levers.contains) }.map(\.rule)
      + (limit.map { [$0.rule] } ?? [])
  }

  /// What each phase spends on a lever, in fen.
  func split(_ lever: PhasePlan.Lever) -> [Int64] {
    var own = zip(rows, weights).map { $0.levers.contains(lever.name) ? $1 : 0 }
    if own.allSatisfy({ $0 == 0 }) {
      let longest = weights.indices.max { weights[$0] < weights[$1] }
      own = weights.indices.map { $0 == longest ? 1 : 0 }
    }
    var parts = LargestRemainder.split(lever.amount.fen, by: own)
    guard
      let place = rows.firstIndex(where: { Self.isTest($0) && $0.levers.contains(lever.name) })
    else { return parts }
    own[place] = 0
    guard own.contains(where: { $0 > 0 }) else { return parts }
    let amount = testAmount(lever, byTime: parts[place])
    parts = LargestRemainder.split(lever.amount.fen - amount, by: own)
    parts[place] = amount
    return parts
  }

  /// What a test spends: by its time, within what the stage says, else within the limit of any test.
  private func testAmount(_ lever: PhasePlan.Lever, byTime fen: Int64) -> Int64 {
    if let test = tests.first(where: { $0.levers.contains(lever.name) }), let low = test.low {
      return min(lever.amount.fen, max(low, min(fen, test.high ?? .max)))
    }
    guard let most = limit?.low, (0...10_000).contains(most) else { return fen }
    return min(fen, Share(basisPoints: most).of(lever.amount).fen)
  }

  private static func isTest(_ row: PlaybookRow) -> Bool { row.key.hasSuffix(".test") }
}
