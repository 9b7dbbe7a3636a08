/// Puts into words what a plan says to do.
struct PlanAdviser {
  let request: PlanRequest
  let reference: PlanReference
  let budget: BudgetSplit
  let creators: PyramidPlan
  let ads: AdPlan
  let time: PhasePlan

  init(
    _ request: PlanRequest, _ reference: PlanReference, _ budget: BudgetSplit,
    _ creators: PyramidPlan, _ ads: AdPlan, _ time: PhasePlan
  ) {
    (self.request, self.reference, self.budget) = (request, reference, budget)
    (self.creators, self.ads, self.time) = (creators, ads, time)
  }

  var playbook: Playbook { reference.playbook }

  /// The most important first.
  var advice: [PlanAdvice] {
    [lead, order].compactMap(\.self) + avoided + heads
      + [boost, shop, brief].compactMap(\.self) + festivals
  }

  func say(_ text: String, _ rules: [PlanRule]) -> PlanAdvice {
    PlanAdvice(kind: .advice, text: text, rules: rules)
  }

  /// The objective's lever and its reason.
  private var lead: PlanAdvice? {
    playbook.rows("objective", request.objective).first.map { row in
      let words = Self.words(row.levers)
      return say(
        (isFunded(row.levers)
          ? "Lead with \(words). " : "What leads here, \(words), this budget can't pay for. ")
          + Self.sentence(row.why), [row.rule])
    }
  }

  /// The steps of the stage, in their order.
  private var order: PlanAdvice? {
    let rows = playbook.rows("stage", request.stage)
    guard !rows.isEmpty else { return nil }
    let steps = rows.map { row in
      let figures = row.unit == "fen" ? row.figures.map { " (\($0))" } ?? "" : ""
      return Self.sentence(row.why) + figures
        + (isFunded(row.levers) ? "" : " (not at this budget)")
    }
    return say("In this order: " + steps.joined(separator: " → "), rows.map(\.rule))
  }

  /// Whether some of the levers get something.
  private func isFunded(_ levers: [String]) -> Bool {
    levers.contains { ads.amount(of: $0) > .zero }
      || reference.bands(in: levers).contains { creators.amount(of: $0) > .zero }
  }

  private var avoided: [PlanAdvice] {
    playbook.rows("stage_avoid", request.stage).filter { row in
      reference.bands(in: row.levers).contains { band in
        creators.changes.contains { if case .avoided(band, _) = $0 { true } else { false } }
      }
    }.map { say(Self.sentence($0.why), [$0.rule]) }
  }

  /// How much each head KOL may cost, where the stage says how many.
  private var heads: [PlanAdvice] {
    let amount = creators.amount(of: .head)
    guard amount > .zero,
      let row = playbook.rows("stage", request.stage).first(where: {
        $0.unit == "people" && reference.bands(in: $0.levers).contains(.head)
      }), let few = row.low, let many = row.high, few > 0
    else { return [] }
    let usual = reference.usualCost(of: .head, request.category)
    let (one, every) = (Money(fen: amount.fen / few), Money(fen: amount.fen / max(few, many)))
    var text =
      many > few && every >= usual.lowerBound
      ? "Book \(few)–\(many) head KOLs 头部: \(one) for \(few), or \(every) each for \(many)"
      : "Book \(few) head KOL 头部: up to \(one)"
    text += ", service fee included"
    guard every > usual.upperBound else { return [say(text, [row.rule])] }
    text += "; that is above the usual \(Self.range(usual)): "
    let list = playbook.rows("effect", "a_list").first
    guard let list, let least = list.low, every.fen > least else {
      return [say(text + "more of them", [row.rule])]
    }
    return [
      say(text + "an A-list name (\(list.figures ?? "")), or more of them", [row.rule, list.rule])
    ]
  }

  /// Feed ads belong on notes that already do well.
  private var boost: PlanAdvice? {
    guard let row = playbook.rows("effect", "boosted_click_saving").first, let saving = row.figures,
      let line = ads.lines.first(where: { $0.boostedClick != nil }), let own = line.click,
      let boosted = line.boostedClick
    else { return nil }
    return say(
      "Run \(line.format) ads on creators' notes that already do well, not on brand-made ones: "
        + "a click at \(Self.range(boosted)) instead of \(Self.range(own)), \(saving) less",
      [row.rule])
  }

  /// Where clicks should lead.
  private var shop: PlanAdvice? {
    guard let row = playbook.rows("effect", "in_app_shop").first, let figures = row.figures,
      !ads.lines.isEmpty
    else { return nil }
    return say(
      "Send clicks to the shop inside the app, not to an outside page: they convert \(figures) "
        + "better", [row.rule])
  }

  /// When creators must know.
  private var brief: PlanAdvice? {
    guard let row = playbook.rows("timing", "brief").first, let low = row.low, let high = row.high,
      let first = firstNotes, let day = first.days?.lowerBound, high < 3_660,
      day.adding(days: -Int32(high)) >= request.today
    else { return nil }
    return say(
      "Brief creators between \(day.adding(days: -Int32(high))) and "
        + "\(day.adding(days: -Int32(low))): their first notes are due on \(day)", [row.rule])
  }

  /// The first phase that pays creators.
  var firstNotes: PhasePlan.Phase? {
    let bands = Band.allCases.map(\.rawValue)
    return time.phases.first { phase in phase.levers.contains { bands.contains($0.name) } }
  }

  /// Festivals in the days of the campaign.
  private var festivals: [PlanAdvice] {
    FestivalWindow.all(playbook, around: request).filter { $0.isIn(request.days) }.map { window in
      let phases = time.phases.filter { window.isIn($0.days) }.map(\.name)
      return say(
        "\(window.name) (\(window.days.lowerBound) to \(window.days.upperBound)) falls into "
          + "\(phases.joined(separator: ", ")): have notes in search before "
          + "\(window.days.lowerBound). \(Self.sentence(window.why))", window.rules)
    }
  }

  /// Some levers as people call them: `head and mid-tier KOLs`.
  static func words(_ levers: [String]) -> String {
    let words = levers.map { names[$0] ?? $0 }
    guard let last = words.last, words.count > 1 else { return words.joined() }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }

  /// A sentence without its full stop.
  static func sentence(_ text: String) -> String {
    text.hasSuffix(".") ? String(text.dropLast()) : text
  }

  static func range(_ range: ClosedRange<Money>) -> String {
    "\(range.lowerBound)–\(range.upperBound)"
  }

  private static let names = [
    "koc": "KOCs 素人", "nano": "nano KOCs 素人", "micro": "micro-KOLs", "mid": "mid-tier KOLs 腰部",
    "head": "head KOLs 头部", "feed": "feed ads 信息流", "search": "search ads 搜索",
    "splash": "splash ads 开屏",
  ]
}
