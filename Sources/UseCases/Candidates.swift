import Domain
import Planner
import Store

/// The offers that a shortlist can choose from, and why other creators have none.
struct Candidates {
  private(set) var offers: [Offer] = []
  private(set) var leftOut: [LeftOut: Int] = [:]
  private var summaries: [CreatorID: CreatorSummary] = [:]

  private let request: ShortlistRequest
  private let bounds: BandBounds
  private let brandFee: Share
  private let included: Set<CreatorID>
  private let excluded: Set<CreatorID>
  private let verdicts: [CreatorID: [Verdict]]
  private let medianReads: [CreatorID: Int64]

  init(
    _ request: ShortlistRequest, bounds: BandBounds, brandFee: Share, included: Set<CreatorID>,
    excluded: Set<CreatorID>, verdicts: [CreatorID: [Verdict]], medianReads: [CreatorID: Int64]
  ) {
    (self.request, self.bounds, self.brandFee) = (request, bounds, brandFee)
    (self.included, self.excluded) = (included, excluded)
    (self.verdicts, self.medianReads) = (verdicts, medianReads)
  }

  /// The creator of an offer as of planning.
  func summary(of creator: CreatorID) -> CreatorSummary? { summaries[creator] }

  /// Takes a creator's offers, or counts why there are none.
  mutating func take(_ summary: CreatorSummary) {
    guard summaries.updateValue(summary, forKey: summary.creator.id) == nil else { return }
    switch found(summary) {
    case .success(let found): offers += found
    case .failure(let reason): leftOut[reason.why, default: 0] += 1
    }
  }

  /// Why a creator has no offer, or `nil` if there is one.
  func reason(_ summary: CreatorSummary) -> LeftOut? {
    if case .failure(let reason) = found(summary) { reason.why } else { nil }
  }

  private struct Reason: Error {
    let why: LeftOut
  }

  private func found(_ summary: CreatorSummary) -> Result<[Offer], Reason> {
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
    return .success(prices.map { offer(summary, $0.0, $0.1, followers, value) })
  }

  private func value(of summary: CreatorSummary, _ followers: Int64) -> Int64? {
    Objective(rawValue: request.aim.rawValue)?.value(
      followers: followers, engagementBasisPoints: summary.engagement?.basisPoints,
      ratingWeightPercent: summary.rating.weightPercent,
      medianReads: medianReads[summary.creator.id])
  }

  private func offer(
    _ summary: CreatorSummary, _ format: NoteFormat, _ price: Money, _ followers: Int64,
    _ value: Int64
  ) -> Offer {
    Offer(
      creator: summary.creator.id, format: format, band: bounds.band(followers: followers),
      followers: followers, engagementBasisPoints: summary.engagement?.basisPoints,
      ratingWeightPercent: summary.rating.weightPercent, quote: price, brandFee: brandFee,
      value: value, categories: summary.categories, agency: summary.creator.agency)
  }
}
