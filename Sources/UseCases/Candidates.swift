import Domain
import Planner
import Store

/// The offers that a shortlist can choose from, and why other creators have none.
struct Candidates: OfferSource {
  private(set) var leftOut: [LeftOut: Int] = [:]
  private var seen: Set<CreatorID> = []
  private var bookable: [Bookable] = []

  private let request: ShortlistRequest
  private let rules: ShortlistRules
  private let included: Set<CreatorID>
  private let excluded: Set<CreatorID>
  private let verdicts: [CreatorID: [Verdict]]
  private let medianReads: [CreatorID: Int64]

  init(
    _ request: ShortlistRequest, rules: ShortlistRules, included: Set<CreatorID>,
    excluded: Set<CreatorID>, verdicts: [CreatorID: [Verdict]], medianReads: [CreatorID: Int64]
  ) {
    (self.request, self.rules) = (request, rules)
    (self.included, self.excluded) = (included, excluded)
    (self.verdicts, self.medianReads) = (verdicts, medianReads)
  }

  /// Takes a creator's offers, or counts why there are none.
  mutating func take(_ summary: CreatorSummary) {
    guard seen.insert(summary.creator.id).inserted else { return }
    switch found(summary) {
    case .success(let found): bookable.append(found)
    case .failure(let reason): leftOut[reason.why, default: 0] += 1
    }
  }

  /// Puts the creators in order of their ids, which numbers them; to be called once all are taken.
  mutating func number() {
    bookable.sort { $0.summary.creator.id < $1.summary.creator.id }
  }

  func id(of creator: Int32) -> CreatorID { bookable[Int(creator)].summary.creator.id }

  func pick(_ offer: Offer, tier: (Int64) -> String) -> ShortlistPick {
    let summary = bookable[Int(offer.creator)].summary
    let followers = summary.followers ?? 0
    return ShortlistPick(
      creator: summary.creator.id, nickname: summary.creator.nickname,
      profileURL: summary.creator.profileLink, format: offer.format, tier: tier(followers),
      band: offer.band, followers: followers, engagement: summary.engagement,
      rating: summary.rating, quote: offer.quote, fee: offer.fee, value: offer.value,
      quotedOn: summary.quotes.first { $0.format == offer.format }?.quotedOn,
      agency: summary.creator.agency, categories: summary.categories)
  }

  /// The numbers of creators who have offers.
  func numbers(of creators: Set<CreatorID>) -> Set<Int32> {
    Set(
      bookable.indices.filter { creators.contains(bookable[$0].summary.creator.id) }
        .map { Int32($0) })
  }

  /// The offers of all creators, in order of their numbers.
  func offers() -> [Offer] {
    var agencies: [String: Int32] = [:]
    return bookable.enumerated().flatMap { place, one in
      var agency: Int32 = 0
      if let name = one.summary.creator.agency {
        agency = agencies[name] ?? Int32(agencies.count + 1)
        agencies[name] = agency
      }
      return one.prices.map { format, price in
        Offer(
          creator: Int32(place), format: format, band: one.band, quote: price,
          brandFee: rules.brandFee,
          value: one.value, agency: agency)
      }
    }
  }

  /// Why a creator has no offer, or `nil` if there is one.
  func reason(_ summary: CreatorSummary) -> LeftOut? {
    if case .failure(let reason) = found(summary) { reason.why } else { nil }
  }

  private struct Reason: Error {
    let why: LeftOut
  }

  /// A creator who can be booked.
  private struct Bookable {
    let summary: CreatorSummary
    let band: Band
    let prices: [(NoteFormat, Money)]
    let value: Int64
  }

  private func found(_ summary: CreatorSummary) -> Result<Bookable, Reason> {
    let id = summary.creator.id
    if excluded.contains(id) { return .failure(Reason(why: .excluded)) }
    for exclusion in summary.exclusions {
      if case .blocked = exclusion { return .failure(Reason(why: .blocked)) }
      return .failure(Reason(why: .conflict))
    }
    var prices = summary.quotes.compactMap { quote in quote.price.map { (quote.format, $0) } }
      .filter { request.formats.contains($0.0) && $0.1 <= request.maxFee ?? .largest }
    if prices.isEmpty { return .failure(Reason(why: .noQuote)) }
    // Who is asked for by name is on the list whatever reviewers said.
    if !included.contains(id) {
      let words = verdicts[id] ?? []
      if words.contains(.no) { return .failure(Reason(why: .refused)) }
      if words.contains(.hold) { return .failure(Reason(why: .held)) }
      if let ceiling = words.compactMap(\.ceiling).min() { prices.removeAll { $0.1 > ceiling } }
      if prices.isEmpty { return .failure(Reason(why: .tooDear)) }
    }
    guard let followers = summary.followers else { return .failure(Reason(why: .noFollowers)) }
    guard let value = value(of: summary, followers) else { return .failure(Reason(why: .noFigure)) }
    return .success(
      Bookable(
        summary: summary, band: rules.bounds.band(followers: followers), prices: prices,
        value: value))
  }

  private func value(of summary: CreatorSummary, _ followers: Int64) -> Int64? {
    Objective(rawValue: request.aim.rawValue)?.value(
      followers: followers, engagementBasisPoints: summary.engagement?.basisPoints,
      ratingWeightPercent: summary.rating.weightPercent,
      medianReads: medianReads[summary.creator.id])
  }
}
