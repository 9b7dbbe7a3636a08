import Domain
import Planner
import Store

/// The offers that a shortlist can choose from, and why other creators have none.
struct Candidates: OfferSource {
  private(set) var leftOut: [LeftOut: Int] = [:]
  /// How many of the creators with offers are taken at a measured rate, and at a claimed one or none.
  private(set) var rates: (measured: Int, claimed: Int) = (0, 0)
  private var found: [Offer] = []

  private let book: Book
  private let request: ShortlistRequest
  private let rules: ShortlistRules
  private let figures: Figures
  private let included: Set<Int32>
  private let excluded: Set<Int32>

  /// Takes the offers of all creators that the request allows; of those who have none it counts why.
  init(
    _ book: Book, _ request: ShortlistRequest, rules: ShortlistRules, figures: Figures,
    included: Set<CreatorID>, excluded: Set<CreatorID>
  ) {
    let places = { (ids: Set<CreatorID>) in
      Set(ids.compactMap { figures.place(of: $0).map(Int32.init) })
    }
    (self.book, self.request, self.rules, self.figures) = (book, request, rules, figures)
    (self.included, self.excluded) = (places(included), places(excluded))
    for (place, row) in figures.rows.enumerated() {
      let number = Int32(place)
      guard self.included.contains(number) || passes(row) else { continue }
      switch judge(number, row) {
      case .success((let most, let value)):
        add(number, row, upTo: most, value: value)
        if row.isMeasured { rates.measured += 1 } else { rates.claimed += 1 }
      case .failure(let reason): leftOut[reason.why, default: 0] += 1
      }
    }
  }

  func offers() -> [Offer] { found }

  func id(of creator: Int32) -> CreatorID { figures.id(Int(creator)) }

  func nickname(of creator: Int32) throws -> String {
    try book.creators.creator(figures.rows[Int(creator)].key).nickname
  }

  func pick(_ offer: Offer, tier: (Int64) -> String) throws -> ShortlistPick {
    let row = figures.rows[Int(offer.creator)]
    guard let summary = try book.summaries.summary(of: row.key, on: rules.day) else {
      throw Failure(.failed, "creator \(id(of: offer.creator)) is not in this book any more")
    }
    return ShortlistPick(
      creator: summary.creator.id, nickname: summary.creator.nickname,
      profileURL: summary.creator.profileLink, format: offer.format, tier: tier(row.followers),
      band: offer.band, followers: row.followers,
      engagement: row.isMeasured
        ? EngagementRate(basisPoints: row.engagementBasisPoints, base: .followers)
        : summary.engagement,
      rating: summary.rating, quote: offer.quote, fee: offer.fee, value: offer.value,
      quotedOn: summary.quotes.first { $0.format == offer.format }?.quotedOn,
      agency: summary.creator.agency, categories: summary.categories)
  }

  /// The numbers of creators who have offers.
  func numbers(of creators: Set<CreatorID>) -> Set<Int32> {
    Set(creators.compactMap { figures.place(of: $0).map(Int32.init) }.filter(hasOffer))
  }

  /// Why a creator has no offer, or `nil` if there is one.
  func reason(_ creator: CreatorID) -> LeftOut? {
    guard let place = figures.place(of: creator),
      case .failure(let reason) = judge(Int32(place), figures.rows[place])
    else { return nil }
    return reason.why
  }

  private func hasOffer(_ creator: Int32) -> Bool {
    var (low, high) = (0, found.count)
    while low < high {
      let middle = (low + high) / 2
      if found[middle].creator < creator { low = middle + 1 } else { high = middle }
    }
    return low < found.count && found[low].creator == creator
  }

  /// Whether a creator has the category, the rating and the engagement that were asked for.
  private func passes(_ row: Figures.Row) -> Bool {
    if !request.categories.isEmpty, row.categories & ~minimumBits == 0 { return false }
    if let least = request.minRatingHundredths {
      guard let average = row.rating.averageHundredths, average >= least else { return false }
    }
    return row.engagementBasisPoints >= request.minEngagement ?? -1
  }

  /// The bits of the categories that a least part was asked for; the others are those to choose from.
  private var minimumBits: UInt64 { (1 << UInt64(request.categoryMinimums.count)) &- 1 }

  private struct Reason: Error {
    let why: LeftOut
  }

  /// The highest price that is allowed for a creator, in fen, and what a note is worth.
  private func judge(_ number: Int32, _ row: Figures.Row)
    -> Result<(most: Int64, value: Int64), Reason>
  {
    if excluded.contains(number) { return .failure(Reason(why: .excluded)) }
    if row.isBlocked { return .failure(Reason(why: .blocked)) }
    if row.isInConflict { return .failure(Reason(why: .conflict)) }
    var most = request.maxFee?.fen ?? Money.largest.fen
    if !hasPrice(row, upTo: most) { return .failure(Reason(why: .noQuote)) }
    // Who is asked for by name is on the list whatever reviewers said.
    if !included.contains(number) {
      if row.isRefused { return .failure(Reason(why: .refused)) }
      if row.isHeld { return .failure(Reason(why: .held)) }
      if row.ceilingFen >= 0 { most = min(most, row.ceilingFen) }
      if !hasPrice(row, upTo: most) { return .failure(Reason(why: .tooDear)) }
    }
    guard row.followers >= 0 else { return .failure(Reason(why: .noFollowers)) }
    guard let value = value(of: row) else { return .failure(Reason(why: .noFigure)) }
    return .success((most, value))
  }

  /// A creator's offers, image first.
  private mutating func add(_ number: Int32, _ row: Figures.Row, upTo most: Int64, value: Int64) {
    for (format, fen) in row.prices where isWanted(format, fen, upTo: most) {
      found.append(
        Offer(
          creator: number, format: format, band: rules.bounds.band(followers: row.followers),
          quote: Money(fen: fen), brandFee: rules.brandFee, value: value, agency: row.agency,
          categories: row.categories & minimumBits))
    }
  }

  private func hasPrice(_ row: Figures.Row, upTo most: Int64) -> Bool {
    row.prices.contains { isWanted($0.format, $0.fen, upTo: most) }
  }

  private func isWanted(_ format: NoteFormat, _ fen: Int64, upTo most: Int64) -> Bool {
    fen >= 0 && fen <= most && request.formats.contains(format)
  }

  private func value(of row: Figures.Row) -> Int64? {
    Objective(rawValue: request.aim.rawValue)?.value(
      followers: row.followers,
      engagementBasisPoints: row.engagementBasisPoints < 0 ? nil : row.engagementBasisPoints,
      ratingWeightPercent: row.rating.weightPercent,
      medianReads: row.medianReads < 0 ? nil : row.medianReads)
  }
}

extension Figures.Row {
  /// What the raters' newest stars amount to; how far they are apart is not known.
  fileprivate var rating: RatingSummary {
    RatingSummary(sum: stars, raters: Int64(raters), lowest: 1, highest: 5)
  }

  /// The price of each format in fen, -1 for none.
  fileprivate var prices: [(format: NoteFormat, fen: Int64)] {
    [(.image, imageFen), (.video, videoFen)]
  }
}
