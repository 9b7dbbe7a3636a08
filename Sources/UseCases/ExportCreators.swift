import Domain
import Interchange
import Store

extension OpenBook {
  /// The creators that a search finds with what the book holds of them today, most followers first,
  /// then by id. Notes, contacts and medians stay in the book.
  ///
  /// - Parameter progress: told after every thousand creators how many there were, and of how many.
  public func exportCreators(
    _ search: CreatorSearch, indexing: (Int, Int) -> Void = { _, _ in },
    progress: (Int, Int) -> Void = { _, _ in }
  ) throws -> CreatorExport {
    try prepareSearch(search, indexing)
    return try book.snapshot {
      let summaries = try summaries(search)
      let records = try summaries.enumerated().compactMap { place, summary in
        if place > 0, place.isMultiple(of: 1_000) { progress(place, summaries.count) }
        return try book.creators.key(id: summary.creator.id).map { try record(of: summary, $0) }
      }
      return CreatorExport(records, rater: actor)
    }
  }

  private func record(of summary: CreatorSummary, _ key: CreatorKey) throws -> CreatorRecord {
    let creator = summary.creator
    var record = CreatorRecord(line: 0)
    record.ownID = creator.id.text
    record.userID = creator.userID
    record.redID = creator.redID
    record.nickname = creator.nickname
    record.profileURL = creator.profileURL
    (record.agency, record.city) = (creator.agency, creator.city)
    (record.gender, record.healthLevel) = (creator.gender, creator.healthLevel)
    (record.categories, record.tags) = (summary.categories, summary.tags)
    record.followers = try book.facts.followers(of: key).first { $0.day <= today }.map(Self.stamped)
    record.engagement = try engagement(of: key).map(Self.stamped)
    record.quotes = summary.quotes.map { quote in
      .init(
        .init(format: quote.format, price: quote.price, validUntil: quote.validUntil),
        day: quote.quotedOn, source: quote.source)
    }
    record.reviews = try reviews(of: key)
    return record
  }

  /// The newest rate of followers, as lists show it, else the newest of reads.
  private func engagement(of key: CreatorKey) throws -> Dated<EngagementRate>? {
    let rates = try book.facts.engagements(of: key).filter { $0.day <= today }
    return rates.first { $0.value.base == .followers } ?? rates.first
  }

  /// The newest word of each rater, by name.
  private func reviews(of key: CreatorKey) throws -> [CreatorRecord.Review] {
    var newest: [String: Rating] = [:]
    for rating in try book.ratings.ratings(of: key)
    where rating.day <= today && newest[rating.rater] == nil {
      newest[rating.rater] = rating
    }
    return newest.values.sorted { $0.rater < $1.rater }.map { rating in
      CreatorRecord.Review(
        rater: rating.rater, stars: rating.stars, verdict: rating.verdict, comment: rating.comment,
        day: rating.day)
    }
  }

  private static func stamped<Value>(_ fact: Dated<Value>) -> CreatorRecord.Stamped<Value> {
    .init(fact.value, day: fact.day, source: fact.source)
  }
}
