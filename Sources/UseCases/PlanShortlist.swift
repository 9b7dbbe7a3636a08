import Domain
import Interchange
import Planner
import Store

extension OpenBook {
  /// The best shortlist that a request allows, proven; or what stands in its way.
  ///
  /// - Parameters:
  ///   - name: the name to keep it under; `nil` keeps nothing.
  ///   - shouldStop: asked often; when it says `true`, the best list so far is taken.
  /// - Throws: ``Failure`` when a name in the request fits nobody, or the shortlist's name is taken.
  public func plan(
    _ request: ShortlistRequest, saveAs name: String? = nil, shouldStop: () -> Bool
  ) throws -> ShortlistOutcome {
    if let name, try book.shortlists.contains(name) {
      throw Failure(
        .cannotCreate, "there is a shortlist \(name) already",
        next: "choose another name, or: " + CommandText.line("shortlist", "delete", name))
    }
    let tiers = try book.reference.tierTable()
    let bounds = try BandBounds(request, tiers)
    let brandFee = try brandFee()
    let candidates: Candidates = try book.snapshot {
      try self.candidates(request, bounds, brandFee)
    }
    let included = candidates.numbers(of: Set(try request.include.map(id)))
    let problem = Problem(
      offers: candidates.offers(), budget: request.budget, mix: request.plannerMix,
      minimumUse: request.minimumUse, mustInclude: included)
    let answer = problem.solve(shouldStop: shouldStop)
    let list = answer.plan.map { plan in
      Shortlist(
        name: name ?? "", decided: now, decidedBy: actor, request: request.json.text(),
        rules: rules(tiers, bounds, brandFee).text(), status: answer.status, bound: answer.bound,
        budget: request.budget, picks: plan.picks.map { pick($0, candidates, tiers) })
    }
    if let list, name != nil { try book.transaction { try book.shortlists.add(list) } }
    return ShortlistOutcome(
      answer, list, leftOut: candidates.leftOut, asked: problem.offers.count
    ) { candidates.summary(of: $0).creator.id.text }
  }

  private func brandFee() throws -> Share {
    guard let share = try book.reference.feeSchedule().share(.brand, .standard, on: today) else {
      throw Failure(
        .failed, "the fee schedule has no brand-side rate for \(today)",
        next: "see it with: kolbook reference show fee_rate")
    }
    return share
  }

  private func candidates(_ request: ShortlistRequest, _ bounds: BandBounds, _ brandFee: Share)
    throws -> Candidates
  {
    let included = try request.include.map(find)
    let excluded = try request.exclude.map(id)
    var search = CreatorSearch()
    search.filter.categories = request.categories
    search.filter.minRatingHundredths = request.minRatingHundredths
    search.filter.minEngagement = request.minEngagement
    let reads = try request.aim == .reads ? book.facts.medianReads(on: today) : [:]
    var candidates = Candidates(
      request, bounds: bounds, brandFee: brandFee, included: Set(try request.include.map(id)),
      excluded: Set(excluded), verdicts: try book.ratings.verdicts(on: today), medianReads: reads)
    for key in included {
      guard let summary = try book.summaries.summary(of: key, on: today) else { continue }
      if let why = candidates.reason(summary) {
        throw Failure(
          .usage, "\(summary.creator.nickname) can't be included: \(why.rawValue)",
          next: "see the card with: " + CommandText.line("show", summary.creator.id.text))
      }
      candidates.take(summary)
    }
    for summary in try book.summaries.summaries(filter(search), on: today) {
      candidates.take(summary)
    }
    candidates.number()
    return candidates
  }

  /// The id of the one creator that some words mean.
  private func id(_ words: String) throws -> CreatorID {
    try book.creators.creator(find(words)).id
  }

  private func pick(_ offer: Offer, _ candidates: Candidates, _ tiers: TierTable) -> ShortlistPick {
    let summary = candidates.summary(of: offer.creator)
    let followers = summary.followers ?? 0
    return ShortlistPick(
      creator: summary.creator.id, nickname: summary.creator.nickname,
      profileURL: summary.creator.profileLink, format: offer.format,
      tier: tiers.tier(followers: followers).code, band: offer.band, followers: followers,
      engagement: summary.engagement, rating: summary.rating, quote: offer.quote, fee: offer.fee,
      value: offer.value,
      quotedOn: summary.quotes.first { $0.format == offer.format }?.quotedOn,
      agency: summary.creator.agency, categories: summary.categories)
  }

  private func rules(_ tiers: TierTable, _ bounds: BandBounds, _ brandFee: Share) -> JSON {
    .object([
      .init("day", .string("\(today)")), .init("brand_fee_bp", .integer(brandFee.basisPoints)),
      .init(
        "bands",
        .object([.init("mid", .integer(bounds.mid)), .init("head", .integer(bounds.head))])),
      .init(
        "tiers",
        .array(
          tiers.tiers.map {
            .object([
              .init("code", .string($0.code)), .init("min_followers", .integer($0.minFollowers)),
            ])
          })),
    ])
  }
}

extension Answer {
  fileprivate var status: Shortlist.Status {
    if case .optimal = self { .optimal } else { .bounded }
  }

  fileprivate var bound: Int64 {
    switch self {
    case .optimal(let plan): plan.objective
    case .bounded(_, let bound, _), .interrupted(let bound, _): bound
    case .infeasible: 0
    }
  }
}
