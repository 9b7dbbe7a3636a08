import Domain
import Store

extension OpenBook {
  /// The best shortlist that a request allows, proven; or what stands in its way.
  ///
  /// - Parameters:
  ///   - name: the name to keep it under; `nil` keeps nothing.
  ///   - campaign: the campaign to assign it to.
  ///   - reasons: works out the reasons of a proven list until this says `true`; `nil` for none.
  ///   - shouldStop: asked often; when it says `true`, the best list so far is taken.
  /// - Throws: ``Failure`` when a name in the request fits nobody, or the shortlist's name is taken.
  public func plan(
    _ asked: ShortlistRequest, saveAs name: String? = nil, campaign: String? = nil,
    reasons: (() -> Bool)? = nil, shouldStop: () -> Bool
  ) throws -> ShortlistOutcome {
    if let name { try requireFree(name) }
    let campaign = try campaign.map(self.campaign)
    var request = asked
    try request.resolve(categoryCode)
    let rules = try ShortlistRules(
      request, book.reference.tierTable(), book.reference.feeSchedule(), on: today)
    let candidates: Candidates = try book.snapshot { try self.candidates(request, rules) }
    let search = ShortlistSearch(
      request: request, rules: rules, now: now, actor: actor, name: name ?? "")
    let included = Set(try request.include.map(id))
    var outcome = try search.outcome(
      of: candidates, included: candidates.numbers(of: included),
      reasons: reasons.map { wanted(request, rules, included, $0) }, shouldStop: shouldStop)
    if request.engagement == .measured { outcome.rates = candidates.rates }
    if var list = outcome.list, name != nil {
      list.campaign = campaign?.name
      try book.transaction { try book.shortlists.add(list) }
    }
    return outcome
  }

  /// - Throws: ``Failure`` when there is a shortlist of the name already.
  func requireFree(_ name: String) throws {
    guard try book.shortlists.contains(name) else { return }
    throw Failure(
      .cannotCreate, "there is a shortlist \(name) already",
      next: "choose another name, or: " + CommandText.line("shortlist", "delete", name))
  }

  /// What the reasons of a request ask the book for.
  func wanted(
    _ request: ShortlistRequest, _ rules: ShortlistRules, _ included: Set<CreatorID>,
    _ shouldStop: @escaping () -> Bool
  ) -> ReasonsWanted {
    let problems = request.withoutEach.map { words, request in
      (
        words: words,
        make: {
          let source = try book.snapshot { try candidates(request, rules) }
          let search = ShortlistSearch(
            request: request, rules: rules, now: now, actor: actor, name: "")
          return search.problem(of: source, included: source.numbers(of: included))
        }
      )
    }
    return ReasonsWanted(problems: problems, shouldStop: shouldStop)
  }

  /// Who can be booked for a request.
  func candidates(
    _ request: ShortlistRequest, _ rules: ShortlistRules, lockedOn list: Shortlist? = nil
  ) throws -> Candidates {
    let included = try request.include.map(id)
    var figures = try book.figures.figures(
      on: today,
      categories: request.categoryMinimums.map(\.code) + request.categories.map(categoryCode),
      withReads: request.aim == .reads)
    if request.engagement == .measured { figures.take(measured: try measuredEngagement()) }
    let candidates = Candidates(
      book, request, rules: rules, figures: figures, included: Set(included),
      excluded: Set(try request.exclude.map(id)))
    for creator in included {
      guard let why = candidates.reason(creator) else { continue }
      let name = try book.creators.creator(find(creator.text)).nickname
      guard let list, list.marks[creator] == .locked else {
        throw Failure(
          .usage, "\(name) can't be included: \(why.rawValue)",
          next: "see the card with: " + CommandText.line("show", creator.text))
      }
      throw Failure(
        .failed, "\(name) is locked on \(list.name) and can't be booked today: \(why.rawValue)",
        next: "let go with: "
          + CommandText.line("shortlist", "lock", list.name, creator.text, "--undo"))
    }
    return candidates
  }

  /// The id of the one creator that some words mean.
  private func id(_ words: String) throws -> CreatorID {
    try book.creators.creator(find(words)).id
  }
}
