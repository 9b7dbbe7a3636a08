/// The formats of ads on their way from weights to money.
struct AdSplit {
  /// In the playbook's order.
  let formats: [String]
  /// Where the weights come from.
  let rules: [PlanRule]
  private(set) var amounts: [String: Int64] = [:]
  private(set) var omissions: [AdPlan.Omission] = []

  /// The weights by objective and stage; what the stage avoids has none.
  init(_ request: PlanRequest, _ reference: PlanReference) throws {
    let playbook = reference.playbook
    formats = reference.formats
    let objective = playbook.rows("ad_split", request.objective)
    let stage = playbook.rows("stage", request.stage).filter { row in
      row.levers.contains(where: reference.formats.contains)
    }
    let named = formats.filter { format in stage.contains { $0.levers.contains(format) } }
    let weight = try playbook.row("ad_split_weight", "objective")
    guard let own = weight.low, (0...10_000).contains(own) else {
      throw Playbook.missing("ad_split_weight/objective")
    }
    let wanted = { (format: String) in
      objective.filter { $0.levers.contains(format) }.reduce(0) {
        $0 + min(10_000, max(0, $1.low ?? 0))
      }
    }
    let sum = formats.reduce(0) { $0 + wanted($1) }
    guard sum > 0 || !named.isEmpty else {
      throw Playbook.missing("ad_split/\(request.objective)")
    }
    for format in formats {
      let byStage = named.contains(format) ? (10_000 - own) * max(1, sum) : 0
      amounts[format] = wanted(format) * own * Int64(max(1, named.count)) + byStage
    }
    rules = objective.map(\.rule) + stage.map(\.rule) + [weight.rule]
    for row in playbook.rows("stage_avoid", request.stage) {
      for format in formats where row.levers.contains(format) {
        if wanted(format) > 0 { omit(format, nil, row.rule) }
        amounts[format] = 0
      }
    }
    guard amounts.values.contains(where: { $0 > 0 }) else {
      throw Playbook.missing("ad_split/\(request.objective)")
    }
  }

  private mutating func omit(_ format: String, _ minimum: Money?, _ rule: PlanRule) {
    omissions.append(AdPlan.Omission(format: format, minimum: minimum, rule: rule))
  }

  /// Turns weights into money; no format gets less than it takes.
  mutating func pay(_ amount: Money, _ reference: PlanReference) {
    var weights = amounts
    guard amount > .zero else {
      amounts = [:]
      return
    }
    while true {
      let parts = LargestRemainder.split(amount.fen, by: formats.map { weights[$0, default: 0] })
      amounts = Dictionary(uniqueKeysWithValues: zip(formats, parts))
      let live = formats.filter { weights[$0, default: 0] > 0 }
      guard live.count > 1, let last = worst(live, amount, reference) else { return }
      weights[last.format] = 0
      omit(last.format, last.low, last.rule)
    }
  }

  /// The format that is to go next: one that all the money wouldn't carry, else the one farthest below.
  private func worst(_ live: [String], _ amount: Money, _ reference: PlanReference) -> AdBenchmark?
  {
    let short = live.compactMap { format -> (AdBenchmark, Int64)? in
      guard let minimum = reference.benchmark(format, .campaignMinimum) else { return nil }
      let missing = minimum.low.fen - amounts[format, default: 0]
      return missing > 0 ? (minimum, missing) : nil
    }
    let hopeless = short.filter { $0.0.low > amount }
    return (hopeless.isEmpty ? short : hopeless).max { $0.1 < $1.1 }?.0
  }
}
