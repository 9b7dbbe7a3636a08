import Domain
import Planner
import Store

/// A kept list put to the planner again: its request and marks, with the figures of today.
struct Revision {
  let before: Shortlist
  let search: ShortlistSearch
  let source: Candidates
  /// What was asked, without those who are dropped and with those who are locked.
  var problem: Problem
  /// The picks as offers of today, in the list's order.
  var approved: [Offer] = []
  /// Picks that can't be booked today, and those that were dropped.
  var gone: [ShortlistPick] = []

  init(_ list: Shortlist, _ search: ShortlistSearch, _ source: Candidates, included: Set<Int32>) {
    (self.before, self.search, self.source) = (list, search, source)
    problem = search.problem(of: source, included: included)
  }

  /// Finds the picks among the offers, and heeds the marks.
  ///
  /// - Parameter asDecided: whether picks cost and are worth what they were when they were decided.
  mutating func match(asDecided: Bool) {
    let numbers = source.numbers(by: Set(before.picks.map(\.creator)).union(before.marks.keys))
    let dropped = Set(before.creators(.dropped).compactMap { numbers[$0] })
    problem.offers.removeAll { dropped.contains($0.creator) }
    problem.mustInclude.subtract(dropped)
    if asDecided { restoreDecided(numbers) }
    let wanted = Set(before.picks.compactMap { numbers[$0.creator] })
    let mine = Dictionary(grouping: problem.offers.filter { wanted.contains($0.creator) }) {
      $0.creator
    }
    for pick in before.picks {
      let offers = numbers[pick.creator].flatMap { mine[$0] } ?? []
      if let offer = offers.first(where: { $0.format == pick.format }) {
        approved.append(offer)
      } else {
        gone.append(pick)
      }
    }
    lock()
  }

  private mutating func restoreDecided(_ numbers: [CreatorID: Int32]) {
    let picks = Dictionary(
      before.picks.compactMap { pick in numbers[pick.creator].map { ($0, pick) } }
    ) { first, _ in first }
    for (place, offer) in problem.offers.enumerated() {
      guard let pick = picks[offer.creator] else { continue }
      let quote = offer.format == pick.format ? pick.quote : offer.quote
      problem.offers[place] = Offer(
        creator: offer.creator, format: offer.format, band: pick.band, quote: quote,
        brandFee: search.rules.brandFee, value: pick.value, agency: offer.agency,
        categories: offer.categories)
    }
  }

  /// A new version of the list: what was said of it goes on.
  ///
  /// The bound is that of all lists: what this one gives up for its picks.
  func list(_ plan: Plan, _ shouldStop: () -> Bool) throws -> Shortlist {
    try list(plan, bound: problem.answer(shouldStop: shouldStop)?.bound ?? 0)
  }

  /// A new version of the list, where no list is worth more than a bound.
  func list(_ plan: Plan, bound: Int64) throws -> Shortlist {
    let bound = max(plan.objective, bound)
    var list = try search.list(
      plan, status: bound == plan.objective ? .optimal : .bounded, bound: bound, source)
    list.marks = before.marks.filter { creator, mark in
      mark == .dropped || list.picks.contains { $0.creator == creator }
    }
    return list
  }

  /// An offer as a pick.
  func pick(_ offer: Offer) throws -> ShortlistPick {
    try source.pick(offer) { search.rules.tiers.tier(followers: $0).code }
  }

  /// What came of it.
  func outcome(_ answer: Answer, _ list: Shortlist?) throws -> ShortlistOutcome {
    try search.outcome(answer, list, source, offers: problem.offers.count)
  }

  /// Whoever is locked is on the list with the note that was decided.
  private mutating func lock() {
    let locked = approved.filter { before.marks[source.id(of: $0.creator)] == .locked }
    let creators = Set(locked.map(\.creator))
    let offers = Set(locked)
    problem.offers.removeAll { creators.contains($0.creator) && !offers.contains($0) }
    problem.mustInclude.formUnion(creators)
  }
}

extension Candidates {
  /// The numbers of those creators who have offers.
  fileprivate func numbers(by ids: Set<CreatorID>) -> [CreatorID: Int32] {
    Dictionary(numbers(of: ids).map { (id(of: $0), $0) }) { first, _ in first }
  }
}

extension OpenBook {
  /// Puts a kept list to the planner again.
  ///
  /// - Parameters:
  ///   - changed: what is asked instead of what was asked then.
  ///   - asDecided: see ``Revision/match(asDecided:)``.
  ///   - newName: the name of the list that is planned.
  /// - Throws: ``Failure`` when somebody locked can't be booked today.
  func revision(
    of list: Shortlist, asking changed: ShortlistRequest? = nil, asDecided: Bool, newName: String
  ) throws -> Revision {
    let request = try changed ?? ShortlistRequest(stored: list.request)
    var asked = request
    let dropped = Set(list.creators(.dropped))
    let included = try request.include.map { try book.creators.creator(find($0)).id }
    // Who is on the list was approved, whatever reviewers say since; who is blocked is not.
    asked.include =
      included.filter { !dropped.contains($0) }.map(\.text) + list.creators(.locked).map(\.text)
    let rules = try ShortlistRules(
      asked, book.reference.tierTable(), book.reference.feeSchedule(), on: today)
    let source = try book.snapshot { try candidates(asked, rules, lockedOn: list) }
    let search = ShortlistSearch(
      request: request, rules: rules, now: now, actor: actor, name: newName)
    let numbers = source.numbers(of: Set(included).subtracting(dropped))
    var revision = Revision(list, search, source, included: numbers)
    revision.match(asDecided: asDecided)
    return revision
  }

  /// The name of the next version of a list: `spring-2` after `spring`, `spring-3` after that.
  func nextName(after name: String) throws -> String {
    let parts = name.split(separator: "-", omittingEmptySubsequences: false)
    let isVersion = parts.count > 1 && Int(parts[parts.count - 1]).map { $0 > 1 } ?? false
    let base = isVersion ? parts.dropLast().joined(separator: "-") : name
    var number = 2
    while try book.shortlists.contains("\(base)-\(number)") { number += 1 }
    return "\(base)-\(number)"
  }
}
