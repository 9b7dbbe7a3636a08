import Domain
import Interchange

extension PlannedCampaign {
  /// The budget in its parts.
  public var parts: Listing {
    Listing(
      columns: [
        .init("part", "part"), .init("share", "share", .basisPoints),
        .init("amount", "amount", .money), .init("rules", "rules", .list),
      ],
      rows: plan.budget.parts.map { part in
        [.text(part.name), share(part.amount), .money(part.amount), Self.rules(part.rules)]
      })
  }

  /// What creators get, by band.
  public var bands: Listing {
    Listing(
      columns: [
        .init("band", "band"), .init("share", "share", .basisPoints),
        .init("amount", "amount", .money), .init("rules", "rules", .list),
      ],
      rows: plan.creators.parts.map { part in
        [
          .text(part.band.rawValue), .basisPoints(part.share.basisPoints), .money(part.amount),
          Self.rules(part.rules),
        ]
      })
  }

  /// What one note costs, and how many of a tier the band pays for.
  public var notes: Listing {
    Listing(
      columns: [
        .init("band", "band"), .init("tier", "tier"), .init("cost_low", "a note from", .money),
        .init("cost_high", "to", .money), .init("notes_low", "notes from", .integer),
        .init("notes_high", "to", .integer),
        .init("engagement_low", "engagement from", .basisPoints),
        .init("engagement_high", "to", .basisPoints),
        .init("interactions_low", "interactions a note from", .integer),
        .init("interactions_high", "to", .integer), .init("rules", "rules", .list),
      ],
      rows: plan.creators.notes.map { notes in
        let each = notes.interactions
        let rates = [each?.rate.lowerBound, each?.rate.upperBound]
        return [
          .text(notes.tier.band.rawValue), .text(notes.tier.code), .money(notes.cost.lowerBound),
          .money(notes.cost.upperBound), .integer(notes.count.lowerBound),
          .integer(notes.count.upperBound),
        ] + rates.map { $0.map(Cell.basisPoints) ?? .none } + [
          .optional(each?.least), .optional(each?.most), Self.rules(notes.rules),
        ]
      })
  }

  /// What ads get, and what to expect of it.
  public var ads: Listing {
    let range = { (range: ClosedRange<Int64>?) -> [Cell] in
      [.optional(range?.lowerBound), .optional(range?.upperBound)]
    }
    let price = { (range: ClosedRange<Money>?) -> [Cell] in
      [.optional(range?.lowerBound), .optional(range?.upperBound)]
    }
    return Listing(
      columns: [
        .init("format", "format"), .init("amount", "amount", .money),
        .init("minimum_low", "takes at least", .money), .init("minimum_high", "to", .money),
        .init("cpm_low", "CPM from", .money),
        .init("cpm_high", "to", .money), .init("impressions_low", "impressions from", .integer),
        .init("impressions_high", "to", .integer), .init("cpc_low", "CPC from", .money),
        .init("cpc_high", "to", .money), .init("clicks_low", "clicks from", .integer),
        .init("clicks_high", "to", .integer), .init("boosted_cpc_low", "boosted CPC", .money),
        .init("boosted_cpc_high", "to", .money),
        .init("boosted_clicks_low", "boosted clicks", .integer),
        .init("boosted_clicks_high", "to", .integer), .init("rules", "rules", .list),
      ],
      rows: plan.ads.lines.map { line in
        [.text(line.format), .money(line.amount)] + price(line.minimum)
          + price(line.thousand) + range(line.impressions) + price(line.click)
          + range(line.clicks) + price(line.boostedClick) + range(line.boostedClicks)
          + [Self.rules(line.rules)]
      })
  }

  /// What each lever gets in each phase.
  public var phases: Listing {
    Listing(
      columns: [
        .init("phase", "phase"), .init("first_day", "from day", .integer),
        .init("last_day", "to", .integer), .init("from", "from"), .init("to", "to"),
        .init("lever", "on"), .init("amount", "amount", .money), .init("what", "what"),
        .init("rules", "rules", .list),
      ],
      rows: plan.time.phases.flatMap { phase in
        let start: [Cell] = [
          .text(phase.name), .integer(phase.span.lowerBound), .integer(phase.span.upperBound),
          .optional(phase.days?.lowerBound), .optional(phase.days?.upperBound),
        ]
        let end: [Cell] = [.text(phase.what), Self.rules(phase.rules)]
        let levers = phase.levers.map { [Cell.text($0.name), .money($0.amount)] }
        return (levers.isEmpty ? [[.none, .money(.zero)]] : levers).map { start + $0 + end }
      })
  }

  /// What to do and what to look out for.
  public var advice: Listing {
    Listing(
      columns: [.init("kind", "kind"), .init("text", "text"), .init("rules", "rules", .list)],
      rows: plan.advice.map { [.text($0.kind.rawValue), .text($0.text), Self.rules($0.rules)] })
  }

  /// What else is known of the levers.
  public var background: Listing {
    Listing(
      columns: [.init("figures", "figures"), .init("says", "says"), .init("rule", "rule")],
      rows: plan.background.map { row in
        [.optional(row.figures), .text(row.why), .text("\(row.rule)")]
      })
  }

  /// What ads cost on other platforms, for comparison.
  public var elsewhere: Listing {
    Listing(
      columns: [
        .init("format", "format"), .init("metric", "metric"), .init("low", "from", .money),
        .init("high", "to", .money), .init("rule", "rule"),
      ],
      rows: plan.elsewhere.map { row in
        [
          .text(row.format), .text(row.metric.rawValue), .money(row.low), .money(row.high),
          .text("\(row.rule)"),
        ]
      })
  }

  private func share(_ amount: Money) -> Cell {
    Percent.basisPoints(amount.fen, of: plan.request.budget.fen).map(Cell.basisPoints) ?? .none
  }

  private static func rules(_ rules: [PlanRule]) -> Cell {
    .list(
      rules.map(\.description).reduce(into: []) { list, rule in
        if !list.contains(rule) { list.append(rule) }
      })
  }
}
