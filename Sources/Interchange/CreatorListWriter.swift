import Domain

/// Writes creators in kolbook's own columns, which ``CreatorListReader`` reads back to the same records.
///
/// One row per creator and note kind. Notes, contacts and medians are not written.
public struct CreatorListWriter: Sendable {
  private let records: [CreatorRecord]
  private let raters: [String]

  /// A list in the given order.
  public init(_ records: [CreatorRecord]) {
    self.records = records
    raters = Set(records.flatMap { $0.reviews.compactMap(\.rater) }).sorted()
  }

  /// The list as CSV with a header.
  public func csv(_ format: CSVWriter = CSVWriter()) -> [UInt8] {
    var writer = format
    writer.write(
      (Self.columns + raters.flatMap(Self.columns(of:))).map { CSVWriter.Cell.text($0) })
    for record in records {
      for price in Self.prices(of: record) {
        writer.write(
          cells(record, price) + raters.flatMap { cells(record.reviews, rater: $0) })
      }
    }
    return writer.bytes
  }

  /// The list as an array of objects with the same names; money in fen, rates in basis points.
  public var json: JSON {
    .array(
      records.flatMap { record in
        Self.prices(of: record).map { .object(members(record, $0)) }
      })
  }

  private typealias Price = CreatorRecord.Stamped<CreatorRecord.Price>

  private static let columns = [
    "creator_id", "user_id", "red_id", "nickname", "followers", "followers_on",
    "followers_source", "engagement_rate", "engagement_base", "engagement_on",
    "engagement_source", "format", "fee", "quoted_on", "valid_until", "quote_source", "category",
    "agency", "city", "gender", "health_level", "tags", "profile_url",
  ]

  private static func columns(of rater: String) -> [String] {
    ["rating:", "verdict:", "comment:", "rated_on:"].map { $0 + rater }
  }

  /// One row for each quote, or one for none.
  private static func prices(of record: CreatorRecord) -> [Price?] {
    record.quotes.isEmpty ? [nil] : record.quotes
  }

  private func cells(_ record: CreatorRecord, _ price: Price?) -> [CSVWriter.Cell] {
    let rate = record.engagement?.value
    return [
      text(record.ownID), text(record.userID), text(record.redID), text(record.nickname),
      plain(record.followers?.value), plain(record.followers?.day),
      text(record.followers?.source), plain(rate), plain(rate?.base.rawValue),
      plain(record.engagement?.day), text(record.engagement?.source),
      plain(price?.value.format.rawValue), plain(price.map { Self.yuan($0.value.price) }),
      plain(price?.day), plain(price?.value.validUntil), text(price?.source),
      text(record.categories.joined(separator: ";")), text(record.agency), text(record.city),
      text(record.gender), text(record.healthLevel), text(record.tags.joined(separator: ";")),
      text(record.profileURL),
    ]
  }

  private func cells(_ reviews: [CreatorRecord.Review], rater: String) -> [CSVWriter.Cell] {
    let review = reviews.first { $0.rater == rater }
    return [
      plain(review?.stars), plain(review?.verdict.map(ReviewText.text)), text(review?.comment),
      plain(review?.day),
    ]
  }

  private func text(_ text: String?) -> CSVWriter.Cell { text.map { .text($0) } ?? .empty }

  private func plain(_ value: (some CustomStringConvertible)?) -> CSVWriter.Cell {
    value.map { .plain($0.description) } ?? .empty
  }

  /// Whole yuan without decimals; 0 for a format that is not offered.
  private static func yuan(_ price: Money?) -> String {
    guard let price else { return "0" }
    return price.fen % 100 == 0 ? "\(price.fen / 100)" : price.yuanText
  }

  private func members(_ record: CreatorRecord, _ price: Price?) -> [JSON.Member] {
    identity(record) + facts(record) + quote(price) + description(record)
      + record.reviews.flatMap(members)
  }

  private func identity(_ record: CreatorRecord) -> [JSON.Member] {
    [
      .init("creator_id", .optional(record.ownID)), .init("user_id", .optional(record.userID)),
      .init("red_id", .optional(record.redID)), .init("nickname", .optional(record.nickname)),
    ]
  }

  private func facts(_ record: CreatorRecord) -> [JSON.Member] {
    let rate = record.engagement?.value
    return [
      .init("followers", .optional(record.followers?.value)),
      .init("followers_on", day(record.followers?.day)),
      .init("followers_source", .optional(record.followers?.source)),
      .init("engagement_bp", .optional(rate?.basisPoints)),
      .init("engagement_base", .optional(rate?.base.rawValue)),
      .init("engagement_on", day(record.engagement?.day)),
      .init("engagement_source", .optional(record.engagement?.source)),
    ]
  }

  private func quote(_ price: Price?) -> [JSON.Member] {
    [
      .init("format", .optional(price?.value.format.rawValue)),
      .init("fee_fen", price.map { .integer($0.value.price?.fen ?? 0) } ?? .null),
      .init("quoted_on", day(price?.day)), .init("valid_until", day(price?.value.validUntil)),
      .init("quote_source", .optional(price?.source)),
    ]
  }

  private func description(_ record: CreatorRecord) -> [JSON.Member] {
    [
      .init("category", .array(record.categories.map(JSON.string))),
      .init("agency", .optional(record.agency)), .init("city", .optional(record.city)),
      .init("gender", .optional(record.gender)),
      .init("health_level", .optional(record.healthLevel)),
      .init("tags", .array(record.tags.map(JSON.string))),
      .init("profile_url", .optional(record.profileURL)),
    ]
  }

  private func members(_ review: CreatorRecord.Review) -> [JSON.Member] {
    let rater = review.rater ?? ""
    return [
      .init("rating:\(rater)", .optional(review.stars)),
      .init("verdict:\(rater)", .optional(review.verdict.map(ReviewText.text))),
      .init("comment:\(rater)", review.comment.isEmpty ? .null : .string(review.comment)),
      .init("rated_on:\(rater)", day(review.day)),
    ]
  }

  private func day(_ day: Day?) -> JSON { .optional(day?.description) }
}
