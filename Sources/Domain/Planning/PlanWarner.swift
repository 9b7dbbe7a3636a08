/// Puts into words what a plan's budget can't do, and what to do instead.
struct PlanWarner {
  private let plan: PlanAdviser

  init(_ plan: PlanAdviser) { self.plan = plan }

  /// The most important first.
  var warnings: [PlanAdvice] {
    [noAds, raised].compactMap(\.self) + formats + [month].compactMap(\.self) + bands
      + [nobody, late, short, noFestival].compactMap(\.self)
  }

  /// A warning, with the playbook's word on what to do instead.
  private func warn(_ text: String, _ rules: [PlanRule], instead key: String? = nil) -> PlanAdvice {
    let row = key.flatMap { plan.playbook.rows("instead", $0).first }
    let more = row.map { ". " + PlanAdviser.sentence($0.why) } ?? ""
    return PlanAdvice(
      kind: .warning, text: text + more, rules: rules + (row.map { [$0.rule] } ?? []))
  }

  private var adRules: [PlanRule] {
    plan.playbook.rows("budget", "ads_share").map(\.rule)
      + (plan.budget.minimumRule.map { [$0] } ?? [])
  }

  private var usualAds: String {
    let usual = plan.budget.usualAds
    return "\(Percent.text(basisPoints: usual.lowerBound))–"
      + Percent.text(basisPoints: usual.upperBound)
  }

  private var noAds: PlanAdvice? {
    guard case .none(let minimum, let from) = plan.budget.adsReason else { return nil }
    let high = Share(basisPoints: plan.budget.usualAds.upperBound)
    let start = from.map { "; from a budget of \($0) they can" } ?? ""
    return warn(
      "Ads can't run beside seeding 种草 at this budget: their usual \(usualAds) is at most "
        + "\(high.of(plan.request.budget)), below \(minimum) nothing runs\(start)",
      adRules, instead: "no_ads")
  }

  private var raised: PlanAdvice? {
    guard case .raised(let minimum) = plan.budget.adsReason else { return nil }
    return warn(
      "Ads get \(minimum), more than planned within their usual \(usualAds): "
        + "a campaign takes that much", adRules)
  }

  /// Formats that have no part in it.
  private var formats: [PlanAdvice] {
    guard plan.budget.amount(of: "ads") > .zero else { return [] }
    return plan.ads.omissions.map { omission in
      let words = PlanAdviser.words([omission.format])
      guard let minimum = omission.minimum else {
        let why =
          plan.playbook.rows("stage_avoid", plan.request.stage)
          .first { $0.rule == omission.rule }?.why ?? "the stage does without them."
        return warn("No \(words). \(PlanAdviser.sentence(why))", [omission.rule])
      }
      return warn(
        "No \(words): their part of the \(plan.budget.amount(of: "ads")) for ads is below the "
          + "\(minimum) that a campaign takes", [omission.rule],
        instead: "no_\(omission.format)")
    }
  }

  /// Whether ads get enough a month for their results to mean something.
  private var month: PlanAdvice? {
    let formats = plan.ads.lines.map(\.format)
    let phases = plan.time.phases.filter { phase in
      phase.levers.contains { formats.contains($0.name) }
    }
    let days = phases.reduce(0) { $0 + $1.span.upperBound - $1.span.lowerBound + 1 }
    guard days > 0,
      let least = formats.compactMap({ plan.reference.benchmark($0, .monthMeaningful) }).min(by: {
        $0.low < $1.low
      })
    else { return nil }
    // Thirty days are a month; a shorter run is not blown up to one.
    let monthly = Money(
      fen: Int64(Int128(plan.budget.amount(of: "ads").fen) * 30 / Int128(max(30, days))))
    guard monthly < least.low else { return nil }
    return warn(
      "Ads get \(monthly) a month: below \(least.low) results mean little", [least.rule],
      instead: "below_month")
  }

  /// Bands that can't pay for one note, or had to be raised.
  private var bands: [PlanAdvice] {
    plan.creators.changes.compactMap { change in
      switch change {
      case .avoided: return nil
      case .stretched(let band, let cost, let rule):
        return warn(
          "\(Self.name(band)) get \(cost), more than their usual part: one note of theirs "
            + "costs that much", [rule])
      case .dropped(let band, let had, let cost, let tier, let reach):
        let from = smallestBudget(band, cost, reach).map { "; from about \($0) they fit" } ?? ""
        // Without the band below, what to do instead is said of that one.
        let isLast = band == .mid || plan.creators.amount(of: .mid) > .zero
        return warn(
          "No \(Self.name(band)): the cheapest usual note costs \(cost), service fee included, "
            + "and their part is \(had)\(from)",
          plan.reference.rules(of: tier, plan.request.category),
          instead: isLast ? "no_\(band.rawValue)" : nil)
      }
    }
  }

  /// A round budget at which a band can pay for a note: tried out from where ads in their usual part and
  /// creators in theirs of the rest would leave enough.
  private func smallestBudget(_ band: Band, _ cost: Money, _ reach: Int64) -> Money? {
    let weights = plan.playbook.rows("rest").map { (name: $0.key, weight: max(0, $0.low ?? 0)) }
    let sum = weights.reduce(Int128(0)) { $0 + Int128($1.weight) }
    let own = weights.first { $0.name == "creators" }?.weight ?? 0
    let part = Int128(10_000 - plan.budget.usualShare.basisPoints) * Int128(own)
    guard reach > 0, part > 0 else { return nil }
    let creators = (Int128(cost.fen) * 10_000 + Int128(reach) - 1) / Int128(reach)
    var fen = creators * 10_000 * sum / part
    for _ in 0..<20 {
      // Thousands of yuan, or tens of thousands.
      let step: Int128 = fen < 10_000_000 ? 100_000 : 1_000_000
      fen = (fen / step + 1) * step
      guard fen <= Int128(Money.largest.fen) else { return nil }
      if pays(band, from: Money(fen: Int64(fen))) { return Money(fen: Int64(fen)) }
      fen += fen / 20
    }
    return nil
  }

  private func pays(_ band: Band, from budget: Money) -> Bool {
    var request = plan.request
    request.budget = budget
    guard let split = try? BudgetSplit(request, plan.reference),
      let pyramid = try? PyramidPlan(split.amount(of: "creators"), request, plan.reference)
    else { return false }
    return pyramid.amount(of: band) > .zero
  }

  private static func name(_ band: Band) -> String {
    switch band {
    case .koc: "KOCs 素人"
    case .mid: "mid-tier KOLs 腰部"
    case .head: "head KOLs 头部"
    }
  }

  private var nobody: PlanAdvice? {
    let amount = plan.creators.amount(of: .koc)
    guard let (cost, tier) = plan.reference.cheapest(in: .koc, plan.request.category),
      amount > .zero, amount < cost
    else { return nil }
    return warn(
      "Not one creator can be paid: the cheapest usual note costs \(cost), service fee included, "
        + "and there is \(amount)", plan.reference.rules(of: tier, plan.request.category))
  }

  /// Creators need time before their first notes.
  private var late: PlanAdvice? {
    guard let row = plan.playbook.rows("timing", "brief").first, let low = row.low,
      let high = row.high, high < 3_660, let day = plan.firstNotes?.days?.lowerBound,
      day.adding(days: -Int32(high)) < plan.request.today
    else { return nil }
    let left = Int64(day.number) - Int64(plan.request.today.number)
    return warn(
      "The first notes are due on \(day), "
        + (left > 0 ? "in \(left) days" : "which is past or today")
        + "; creators need \(low)–\(high) days", [row.rule])
  }

  private var short: PlanAdvice? {
    guard plan.time.length < Int64(plan.time.phases.count) else { return nil }
    return warn("\(plan.time.length) days are too few for the phases: some share a day", [])
  }

  /// A campaign for a festival, on days without one.
  private var noFestival: PlanAdvice? {
    let own = plan.playbook.rows("objective", plan.request.objective)
    let windows = FestivalWindow.all(plan.playbook, around: plan.request)
    guard plan.request.objective == "festival",
      !windows.contains(where: { $0.isIn(plan.request.days) }),
      let next = windows.first(where: {
        $0.days.upperBound >= plan.request.days?.lowerBound ?? plan.request.today
      })
    else { return nil }
    let which = plan.request.days == nil ? "The campaign has no days" : "No festival in these days"
    return warn(
      "\(which); the next is \(next.name), \(next.days.lowerBound) to \(next.days.upperBound)",
      own.map(\.rule) + next.rules)
  }
}
