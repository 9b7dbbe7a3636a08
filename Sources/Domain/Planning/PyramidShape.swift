/// The pyramid on its way from the rule of thumb to what the money can do.
struct PyramidShape {
  /// The weight of each band, then its money in fen.
  private(set) var amounts: [Band: Int64]
  private(set) var rules: [Band: [PlanRule]]
  private(set) var changes: [PyramidPlan.Change] = []

  /// The weights by rule of thumb, objective and stage.
  init(_ request: PlanRequest, _ reference: PlanReference) throws {
    let playbook = reference.playbook
    let rows = playbook.rows("pyramid")
    let byBand = Dictionary(rows.map { ($0.key, $0) }) { first, _ in first }
    amounts = [:]
    rules = [:]
    for band in Band.allCases {
      guard let row = byBand[band.rawValue], let share = row.low, (0...10_000).contains(share)
      else { throw Playbook.missing("pyramid/\(band.rawValue)") }
      (amounts[band], rules[band]) = (share, [row.rule])
    }
    for row in playbook.rows("stage_avoid", request.stage) {
      for band in reference.bands(in: row.levers).sorted(by: >) { avoid(band, row.rule) }
    }
    if amounts.values.allSatisfy({ $0 == 0 }) { amounts[.koc] = 1 }
    try lean(request, reference)
  }

  private mutating func avoid(_ band: Band, _ rule: PlanRule) {
    guard amounts[band] != 0 else { return }
    amounts[band] = 0
    rules[band, default: []].append(rule)
    changes.append(.avoided(band, rule))
  }

  /// Bands that the objective leads with get a little from each of the others.
  private mutating func lean(_ request: PlanRequest, _ reference: PlanReference) throws {
    let playbook = reference.playbook
    let objective = try playbook.row("objective", request.objective)
    let live = Band.allCases.filter { amounts[$0, default: 0] > 0 }
    let leads = live.filter(reference.bands(in: objective.levers).contains)
    let others = live.filter { !leads.contains($0) }
    guard !leads.isEmpty, !others.isEmpty else { return }
    let row = try playbook.row("pyramid_lean", "lead")
    let whole = live.reduce(0) { $0 + amounts[$1, default: 0] }
    let had = others.map { amounts[$0, default: 0] }
    let moved = min(
      Share(basisPoints: min(10_000, max(0, row.low ?? 0))).of(Money(fen: whole)).fen
        * Int64(leads.count), had.reduce(0, +))
    for (band, part) in zip(others, LargestRemainder.split(moved, by: had)) {
      amounts[band, default: 0] -= part
      rules[band, default: []] += [row.rule, objective.rule]
    }
    let even = LargestRemainder.split(moved, by: leads.map { _ in 1 })
    for (band, part) in zip(leads, even) {
      amounts[band, default: 0] += part
      rules[band, default: []] += [row.rule, objective.rule]
    }
  }

  /// Turns weights into money; a band that can't pay for one note is stretched or done without.
  mutating func pay(_ amount: Money, _ request: PlanRequest, _ reference: PlanReference) {
    let bands = Band.allCases
    let parts = LargestRemainder.split(amount.fen, by: bands.map { amounts[$0, default: 0] })
    amounts = Dictionary(uniqueKeysWithValues: zip(bands, parts))
    for (band, below) in [(Band.head, Band.mid), (.mid, .koc)] {
      guard let has = amounts[band], has > 0,
        let (cost, tier) = reference.cheapest(in: band, request.category), has < cost.fen
      else { continue }
      if let rule = stretched(band, to: cost, of: amount, request, reference) {
        rules[band, default: []].append(rule)
        changes.append(.stretched(band, cost: cost, rule))
        continue
      }
      amounts[band] = 0
      // What the stage does without isn't brought back by money from above.
      let heir = amounts[below, default: 0] > 0 ? below : .koc
      amounts[heir, default: 0] += has
      let why = reference.rules(of: tier, request.category)
      rules[band, default: []] += why
      let part = Int64(Int128(has) * 10_000 / Int128(amount.fen))
      let limit = limit(of: band, request, reference)?.low ?? 0
      changes.append(
        .dropped(band, had: Money(fen: has), cost: cost, tier, reach: max(part, min(limit, 10_000)))
      )
    }
  }

  /// Raises a band that objective or stage asks for to the cost of one note, if its limit allows that.
  private mutating func stretched(
    _ band: Band, to cost: Money, of amount: Money, _ request: PlanRequest,
    _ reference: PlanReference
  ) -> PlanRule? {
    guard let row = limit(of: band, request, reference), let limit = row.low,
      Int128(cost.fen) * 10_000 <= Int128(amount.fen) * Int128(limit),
      let giver = Band.allCases.filter({ $0 != band }).max(by: {
        amounts[$0, default: 0] < amounts[$1, default: 0]
      }), let has = amounts[band], amounts[giver, default: 0] >= cost.fen - has
    else { return nil }
    amounts[giver, default: 0] -= cost.fen - has
    amounts[band] = cost.fen
    return row.rule
  }

  /// How far a band may be raised, where objective or stage asks for it.
  private func limit(of band: Band, _ request: PlanRequest, _ reference: PlanReference)
    -> PlaybookRow?
  {
    let playbook = reference.playbook
    let asking =
      playbook.rows("objective", request.objective) + playbook.rows("stage", request.stage)
    guard asking.contains(where: { reference.bands(in: $0.levers).contains(band) }) else {
      return nil
    }
    return playbook.rows("pyramid_stretch", band.rawValue).first
  }
}
