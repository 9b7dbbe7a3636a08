public import Domain
import Interchange
import Planner

extension ShortlistRequest {
  /// The best shortlist that the offers of a file allow, without a book: reckoned by the reference
  /// data as shipped.
  ///
  /// - Parameters:
  ///   - now: when it is decided; the fee rate is that of its day.
  ///   - reasons: works out the reasons of a proven list until this says `true`; `nil` for none.
  ///   - shouldStop: asked often; when it says `true`, the best list so far is taken.
  /// - Throws: ``Failure`` of kind `badInput` with every problem of the file, or of kind `usage` when
  ///   the request names what the file doesn't have.
  public func plan(
    from file: InputFile, now: Moment, actor: String, reasons: (() -> Bool)? = nil,
    shouldStop: () -> Bool
  ) throws -> ShortlistOutcome {
    guard aim != .reads else {
      throw Failure(
        .usage, "--objective reads needs a book: a file of offers has no column of reads",
        next: "take another objective: rated, engagements or followers")
    }
    guard engagement == .claimed else {
      throw Failure(
        .usage, "--engagement measured needs a book: a file of offers has no results",
        next: "leave --engagement out")
    }
    let words = try SeedReference.categoryWords()
    var request = self
    request.resolve(words.code)
    let rules = try ShortlistRules(
      self, SeedReference.tierTable(), SeedReference.feeSchedule(), on: now.day)
    let list = OfferListReader.read(
      file.bytes, file: file.name, today: now.day, needsEngagement: aim != .followers)
    guard list.problems.isEmpty else { throw Self.refused(list) }
    let offers = try FileOffers(list, request, rules, words)
    let search = ShortlistSearch(request: request, rules: rules, now: now, actor: actor, name: "")
    let wanted = reasons.map { shouldStop in
      ReasonsWanted(
        problems: request.withoutEach.map { words, request in
          (words: words, make: { try request.problem(from: list, rules, now) })
        }, shouldStop: shouldStop)
    }
    return try search.outcome(
      of: offers, included: offers.included, reasons: wanted, shouldStop: shouldStop)
  }

  private func problem(from list: OfferList, _ rules: ShortlistRules, _ now: Moment) throws
    -> Problem
  {
    let offers = try FileOffers(list, self, rules, SeedReference.categoryWords())
    let search = ShortlistSearch(request: self, rules: rules, now: now, actor: "", name: "")
    return search.problem(of: offers, included: offers.included)
  }

  private static func refused(_ list: OfferList) -> Failure {
    let problems = list.problems
    let count = problems.count == 1 ? "1 problem" : "\(problems.count) problems"
    let rest = problems.count - problems.kept.count
    return Failure(
      .badInput, "\(list.file): \(count), nothing was planned",
      details: problems.sorted.map(\.description) + (rest > 0 ? ["and \(rest) more"] : []),
      next: "correct \(problems.count == 1 ? "it" : "them") and plan again")
  }
}
