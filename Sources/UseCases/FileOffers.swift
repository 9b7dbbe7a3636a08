import Domain
import Interchange
import Planner

/// The offers of a file that a shortlist can choose from, and why other creators have none.
struct FileOffers: OfferSource {
  private let list: OfferList
  private let request: ShortlistRequest
  private let rules: ShortlistRules
  private let excluded: Set<Int32>
  /// The codes of each cell of the category column.
  private let codes: [[String]]
  /// Whether each cell of the category column has a category that was asked for.
  private let isAsked: [Bool]
  private(set) var leftOut: [LeftOut: Int] = [:]
  /// The numbers of creators who must be on the list.
  let included: Set<Int32>
  /// The rows that are offers, by creator and format.
  private var rows: [OfferList.Row] = []
  private var values: [Int64] = []

  /// - Throws: ``Failure`` when a name in the request is not in the file, or one who must be on the
  ///   list can't be.
  init(
    _ list: OfferList, _ request: ShortlistRequest, _ rules: ShortlistRules,
    _ words: CategoryWords
  ) throws {
    (self.list, self.request, self.rules) = (list, request, rules)
    codes = list.categoryCells.map(words.codes(in:))
    let asked = try Self.codes(of: request.categories, words, known: codes)
    isAsked = codes.map { asked.isEmpty || !asked.isDisjoint(with: $0) }
    _ = try Self.codes(of: request.categoryMinimums.map(\.category), words, known: codes)
    included = try Self.numbers(request.include, list)
    excluded = try Self.numbers(request.exclude, list)
    take()
    try checkIncluded()
  }

  func offers() -> [Offer] {
    let bits = codes.map(request.bits)
    return zip(rows, values).map { row, value in
      Offer(
        creator: row.creator, format: row.format, band: rules.bounds.band(followers: row.followers),
        quote: Money(fen: row.quoteFen), brandFee: rules.brandFee, value: value, agency: row.agency,
        categories: bits[Int(row.categories)])
    }
  }

  func id(of creator: Int32) -> CreatorID { list.id(of: creator) }

  func nickname(of creator: Int32) -> String { list.nickname(of: creator) }

  func pick(_ offer: Offer, tier: (Int64) -> String) -> ShortlistPick {
    let row = place(of: offer).map { rows[$0] }
    let followers = row?.followers ?? 0
    let stars = Int64(row?.ratingHundredths ?? 0)
    let rate = row.map { Int64($0.engagementBasisPoints) }.flatMap { $0 < 0 ? nil : $0 }
    return ShortlistPick(
      creator: list.id(of: offer.creator), nickname: list.nickname(of: offer.creator),
      profileURL: nil, format: offer.format, tier: tier(followers), band: offer.band,
      followers: followers,
      engagement: rate.map { EngagementRate(basisPoints: $0, base: .followers) },
      rating: stars == 0 ? .none : RatingSummary(hundredths: [stars]), quote: offer.quote,
      fee: offer.fee, value: offer.value, quotedOn: nil,
      agency: row.flatMap { $0.agency == 0 ? nil : list.agencies[Int($0.agency)] },
      categories: row.map { codes[Int($0.categories)].sorted() } ?? [])
  }
}

extension FileOffers {
  /// Where an offer's row is, by halves.
  private func place(of offer: Offer) -> Int? {
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      let row = rows[middle]
      if (row.creator, row.format) < (offer.creator, offer.format) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < rows.count ? low : nil
  }

  /// Keeps the rows that are offers; of creators who have none it counts why.
  private mutating func take() {
    rows.reserveCapacity(list.rows.count)
    values.reserveCapacity(list.rows.count)
    var place = 0
    for creator in 0..<Int32(list.creators) {
      var why = LeftOut.noQuote
      let kept = rows.count
      var isWanted = true
      while place < list.rows.count, list.rows[place].creator == creator {
        let row = list.rows[place]
        place += 1
        if !included.contains(creator), !passes(row) {
          isWanted = false
          continue
        }
        switch value(of: row) {
        case .success(let value):
          rows.append(row)
          values.append(value)
        case .failure(let reason): why = reason.why
        }
      }
      if rows.count == kept, isWanted { leftOut[why, default: 0] += 1 }
    }
  }

  private struct Reason: Error {
    let why: LeftOut
  }

  /// Whether a row has the category, the rating and the engagement that were asked for.
  private func passes(_ row: OfferList.Row) -> Bool {
    isAsked[Int(row.categories)]
      && Int64(row.ratingHundredths) >= request.minRatingHundredths ?? 0
      && Int64(row.engagementBasisPoints) >= request.minEngagement ?? -1
  }

  private func value(of row: OfferList.Row) -> Result<Int64, Reason> {
    if excluded.contains(row.creator) { return .failure(Reason(why: .excluded)) }
    guard request.formats.contains(row.format),
      row.quoteFen <= request.maxFee?.fen ?? Money.largest.fen
    else { return .failure(Reason(why: .noQuote)) }
    if row.followers < 0 { return .failure(Reason(why: .noFollowers)) }
    let value = Objective(rawValue: request.aim.rawValue)?.value(
      followers: row.followers,
      engagementBasisPoints: row.engagementBasisPoints < 0
        ? nil : Int64(row.engagementBasisPoints),
      ratingWeightPercent: Int64(row.ratingWeightPercent))
    return value.map { .success($0) } ?? .failure(Reason(why: .noFigure))
  }
}

// Names.
extension FileOffers {
  private static func numbers(_ names: [String], _ list: OfferList) throws -> Set<Int32> {
    Set(
      try names.map { name in
        guard let number = list.creator(of: CreatorID(name)) else {
          throw Failure(
            .usage, "\(list.file) has no creator_id \(name)",
            next: "with --input, creators are named by their creator_id")
        }
        return number
      })
  }

  private static func codes(of names: [String], _ words: CategoryWords, known: [[String]]) throws
    -> Set<String>
  {
    let known = Set(known.joined())
    return Set(
      try names.map { name in
        let code = words.code(of: name)
        guard known.contains(code) || code != Key.normalised(name) else {
          throw Failure(.usage, "the file has no category \(name)")
        }
        return code
      })
  }

  private func checkIncluded() throws {
    let found = Set(rows.lazy.map(\.creator).filter(included.contains))
    for creator in included.sorted() where !found.contains(creator) {
      let why: LeftOut = excluded.contains(creator) ? .excluded : .noQuote
      throw Failure(
        .usage, "\(list.nickname(of: creator)) can't be included: \(why.rawValue)",
        next: "look at its rows in \(list.file)")
    }
  }
}
