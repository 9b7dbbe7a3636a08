import Domain
import Interchange
import Store

/// Writes what a record says of a creator into the book's stores.
struct RecordFiling {
  let book: Book
  /// Who imports: the rater of ratings without a name.
  let actor: String
  /// The day of what has no day of its own.
  let asOf: Day
  let words: CategoryWords

  /// Why the record can't be written, if so.
  func refusal(of record: CreatorRecord) -> RowRefusal? {
    for quote in record.quotes {
      let day = quote.day ?? record.day ?? asOf
      if let end = quote.value.validUntil, end < day {
        return RowRefusal(
          column: "valid_until", found: "\(end)", wanted: "a day not before \(day), the quote's own"
        )
      }
    }
    return nil
  }

  /// Writes the record; whether it said anything new.
  func file(_ record: CreatorRecord, under key: CreatorKey, source: String) throws -> Bool {
    let day = record.day ?? asOf
    var isNews = false
    if let followers = record.followers {
      isNews =
        try book.facts.record(
          followers: followers.value, of: key, on: followers.day ?? day,
          source: followers.source ?? source) || isNews
    }
    if let rate = record.engagement {
      isNews =
        try book.facts.record(
          engagement: rate.value, of: key, on: rate.day ?? day, source: rate.source ?? source)
        || isNews
    }
    if let rate = Self.rateOnFollowers(of: record) {
      isNews =
        try book.facts.record(engagement: rate, of: key, on: day, source: source) || isNews
    }
    for quote in record.quotes {
      isNews = try file(quote, under: key, day, source) || isNews
    }
    for metric in record.metrics {
      isNews =
        try book.facts.record(
          metric: metric.name, value: metric.value, of: key, on: day, source: source) || isNews
    }
    for note in record.notes {
      isNews = try book.notes.record(note.line, of: key, on: day, source: source) || isNews
    }
    isNews = try fileLabels(record, under: key) || isNews
    return try fileReviews(record, under: key, day) || isNews
  }

  /// The rate on followers that follows from a median of interactions: Pugongying divides by reads, but
  /// what a note is worth is counted from followers (the planner's value), so both rates are kept.
  private static func rateOnFollowers(of record: CreatorRecord) -> EngagementRate? {
    guard let followers = record.followers?.value, record.engagement?.value.base != .followers
    else { return nil }
    let median = [
      "interactions.everyday.30d", "interactions.everyday", "interactions.all",
    ].lazy.compactMap { name in
      record.metrics.first { $0.name == name }?.value
    }.first
    return median.flatMap { EngagementRate(interactions: $0, of: followers, base: .followers) }
  }

  private func file(
    _ quote: CreatorRecord.Stamped<CreatorRecord.Price>, under key: CreatorKey, _ day: Day,
    _ source: String
  ) throws -> Bool {
    try book.quotes.record(
      Quote(
        format: quote.value.format, price: quote.value.price, quotedOn: quote.day ?? day,
        validUntil: quote.value.validUntil, source: quote.source ?? source), of: key)
  }

  private func fileLabels(_ record: CreatorRecord, under key: CreatorKey) throws -> Bool {
    var isNews = false
    for cell in record.categories {
      for category in words.codes(in: cell) {
        isNews = try book.labels.addCategory(category, to: key) || isNews
      }
    }
    for tag in record.tags { isNews = try book.labels.addTag(tag, to: key) || isNews }
    for contact in record.contacts {
      isNews = try book.labels.addContact(contact, to: key) || isNews
    }
    return isNews
  }

  private func fileReviews(_ record: CreatorRecord, under key: CreatorKey, _ day: Day) throws
    -> Bool
  {
    var isNews = false
    for review in record.reviews {
      let rating = Rating(
        rater: review.rater ?? actor, day: review.day ?? day, stars: review.stars,
        verdict: review.verdict, comment: review.comment)
      isNews = try book.ratings.record(rating, of: key) || isNews
    }
    return isNews
  }
}
