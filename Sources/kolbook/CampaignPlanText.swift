import Domain
import UseCases

/// A campaign's plan drawn for people: what to do first, then the figures, then their sources.
struct CampaignPlanText {
  private let planned: PlannedCampaign
  private let withSources: Bool

  init(_ planned: PlannedCampaign, withSources: Bool) {
    (self.planned, self.withSources) = (planned, withSources)
  }

  private var plan: CampaignPlan { planned.plan }

  /// The plan as lines of text, without a line end after the last.
  var text: String {
    ([
      head, advice(.advice, "Do 做什么"), advice(.warning, "Look out 注意"), budget, creators, ads,
      phases,
    ]
      + (withSources ? [background, sources] : []))
      .filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private var head: String {
    let request = plan.request
    let days =
      request.days.map { "\($0.lowerBound) to \($0.upperBound), \(plan.time.length) days" }
      ?? "\(plan.time.length) days"
    let category = request.category.map { " · \($0.name) \($0.chineseName)" } ?? ""
    return (planned.name.map { "\($0): " } ?? "")
      + "\(request.budget) · \(plan.objectiveName) · \(plan.stageName)\(category) · \(days)"
  }

  private func advice(_ kind: PlanAdvice.Kind, _ title: String) -> String {
    let own = plan.advice.filter { $0.kind == kind }
    guard !own.isEmpty else { return "" }
    let lines = own.enumerated().map { place, advice in
      Paragraph.text(
        "\(kind == .advice ? "\(place + 1)." : "!") \(advice.text).", indent: 3)
        + (withSources ? "\n   [\(names(advice.rules))]" : "")
    }
    return ([title] + lines).joined(separator: "\n")
  }

  private var budget: String {
    let total = plan.request.budget
    let rows = plan.budget.parts.map { part in
      [
        Self.title(part.name), percent(part.amount, of: total), "\(part.amount)", names(part.rules),
      ]
    }
    return "Budget 预算\n"
      + table(
        ["part", "share", "amount"], rows + [["all", "100%", "\(total)", ""]],
        [false, true, true])
  }

  private var creators: String {
    let total = plan.budget.amount(of: "creators")
    guard total > .zero else { return "" }
    let rows = plan.creators.parts.filter { $0.amount > .zero }.flatMap { part -> [[String]] in
      let tiers = plan.creators.notes.filter { $0.tier.band == part.band }
      return tiers.enumerated().map { place, notes in
        (place == 0
          ? [part.band.rawValue, "\(part.share)", "\(part.amount)"] : ["", "", ""])
          + [
            "\(notes.tier.name) \(notes.tier.chineseName)",
            price(notes.cost), count(notes.count), Self.text(notes.interactions),
            names(place == 0 ? part.rules + notes.rules : notes.rules),
          ]
      }
    }
    return "Creators 达人: \(total), service fees included\n"
      + table(
        [
          "band", "share", "amount", "if all are", "one note costs", "so many notes",
          "interactions a note",
        ], rows, [false, true, true, false, true, true, true])
  }

  private static func text(_ interactions: PyramidPlan.Interactions?) -> String {
    guard let interactions else { return "-" }
    let rates = [interactions.rate.lowerBound, interactions.rate.upperBound]
      .map { Percent.text(basisPoints: $0) }.joined(separator: "–")
    let least = Grouped.text(interactions.least)
    let count =
      interactions.most.map { most in
        (interactions.least > 0 ? "\(least)–" : "up to ") + Grouped.text(most)
      } ?? "\(least) or more"
    return "\(count) (\(rates))"
  }

  private var ads: String {
    guard !plan.ads.lines.isEmpty else { return "" }
    let rows = plan.ads.lines.map { line in
      [
        "\(line.format) \(line.chineseName)", "\(line.amount)",
        price(line.minimum), price(line.thousand),
        count(line.impressions), price(line.boostedClick ?? line.click),
        count(line.boostedClicks ?? line.clicks), names(line.rules),
      ]
    }
    let boosted = plan.ads.lines.filter { $0.boostedClick != nil }.map { line in
      "\(line.format) on creators' notes; brand-made \(price(line.click)) a click, "
        + "\(count(line.clicks)) clicks"
    }
    return
      (["Ads 聚光: \(plan.budget.amount(of: "ads"))"]
      + [
        table(
          [
            "format", "amount", "takes at least", "CPM", "impressions", "a click", "clicks",
          ], rows, [false, true, true, true, true, true, true])
      ] + boosted).joined(separator: "\n")
  }

  private var phases: String {
    let rows = plan.time.phases.map { phase in
      [
        phase.name,
        phase.days.map { "\($0.lowerBound)" } ?? "day \(phase.span.lowerBound)",
        phase.days.map { "\($0.upperBound)" } ?? "\(phase.span.upperBound)", "\(phase.amount)",
        phase.levers.map { "\($0.name) \($0.amount)" }.joined(separator: ", "),
        names(phase.rules),
      ]
    }
    return "In time 节奏\n"
      + table(
        ["phase", "from", "to", "amount", "on"], rows, [false, true, true, true, false]) + "\n"
      + plan.time.phases.map { "  \($0.what)" }.joined(separator: "\n")
  }

  private var background: String {
    "What else is known\n"
      + plan.background.map { row in
        Paragraph.text("- \(row.why)" + (row.figures.map { " [\($0)]" } ?? ""), indent: 2)
          + "\n  [\(row.rule)]"
      }.joined(separator: "\n")
      + plan.elsewhere.map { row in
        "\n- \(row.format) \(row.chineseName), \(row.metric.rawValue): \(price(row.low...row.high))"
          + "\n  [\(row.rule)]"
      }.joined()
  }

  private var sources: String {
    let listing = planned.sources
    return "Rules and sources\n"
      + TableText.lines(
        listing.columns.map(\.title), listing.rows.map { $0.map(\.shown) },
        isNumber: [false, false, false])
  }

  /// A table, with the rules of each row at its end when they are wanted.
  private func table(_ header: [String], _ rows: [[String]], _ isNumber: [Bool]) -> String {
    let rows = rows.map { withSources ? $0 : Array($0.dropLast()) }
    return TableText.lines(
      withSources ? header + ["rules"] : header, rows,
      isNumber: withSources ? isNumber + [false] : isNumber)
  }

  private func names(_ rules: [PlanRule]) -> String {
    rules.map(\.description).reduce(into: [String]()) { list, rule in
      if !list.contains(rule) { list.append(rule) }
    }.joined(separator: ", ")
  }

  private func percent(_ amount: Money, of total: Money) -> String {
    Percent.basisPoints(amount.fen, of: total.fen).map { Percent.text(basisPoints: $0) } ?? "-"
  }

  private func price(_ range: ClosedRange<Money>?) -> String {
    guard let range else { return "-" }
    return range.lowerBound == range.upperBound
      ? "\(range.lowerBound)" : "\(range.lowerBound)–\(range.upperBound)"
  }

  private func count(_ range: ClosedRange<Int64>?) -> String {
    guard let range else { return "-" }
    let most = Grouped.text(range.upperBound)
    return range.lowerBound == 0 && range.upperBound > 0
      ? "up to \(most)" : "\(Grouped.text(range.lowerBound))–\(most)"
  }

  private static func title(_ part: String) -> String {
    switch part {
    case "ads": "ads 投流"
    case "creators": "creators 达人"
    case "content": "content 内容"
    case "management": "management 执行"
    default: part
    }
  }
}
