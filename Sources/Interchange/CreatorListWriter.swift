public import Domain

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
    writer.write((Self.columns + Self.columns(of: raters)).map { .text($0.name) })
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

  private static let columns: [OwnColumn] = [
    .creatorID, .userID, .redID, .nickname, .followers, .followersOn, .followersSource,
    .engagement, .engagementBase, .engagementOn, .engagementSource, .format, .quote, .quotedOn,
    .validUntil, .quoteSource, .category, .agency, .city, .gender, .healthLevel, .tags,
    .profileURL,
  ]

  private static func columns(of raters: [String]) -> [OwnColumn] {
    let words: [OwnColumn] = [.rating, .verdict, .comment, .ratedOn]
    return raters.flatMap { rater in words.map { $0.of(rater) } }
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

// The workbook.
extension CreatorListWriter {
  /// This many rows decide how wide the columns are.
  private static let rowsLookedAt = 500

  /// The list as a workbook of one sheet, to be edited and imported again.
  ///
  /// - Parameters:
  ///   - rater: has columns to fill in, even who has said nothing yet.
  ///   - progress: told after every thousand rows how many there were, and of how many; what it throws ends
  ///     the writing.
  public func xlsx(
    _ language: HeaderLanguage, rater: String, progress: (Int, Int) throws -> Void
  ) rethrows -> [UInt8] {
    let raters = Set(self.raters + [rater]).sorted()
    let columns = Self.sheetColumns + Self.columns(of: raters)
    let header = columns.map { SheetCell.text($0.header(language)).as(.header) }
    var rows = records.lazy.flatMap { record in
      Self.prices(of: record).lazy.map { price in
        sheetCells(record, price) + raters.flatMap { sheetCells(record.reviews, rater: $0) }
      }
    }.makeIterator()
    var first: [[SheetCell]] = []
    while first.count < Self.rowsLookedAt, let row = rows.next() { first.append(row) }
    let name = language.line("creators", "达人")
    var plan = SheetPlan(name, widths: SheetPlan.widths(of: [header] + first), header: 1)
    plan.frozenColumns = 2
    plan.validations = columns.enumerated().compactMap { .init(for: $1, column: $0) }
    var workbook = WorkbookWriter(title: name)
    let total = records.reduce(0) { $0 + Self.prices(of: $1).count }
    try workbook.add(plan) { sheet in
      sheet.write(header, height: language == .both ? 32 : 20)
      for row in first { sheet.write(row) }
      var count = first.count
      while let row = rows.next() {
        sheet.write(row)
        count += 1
        if count % 1_000 == 0 { try progress(count, total) }
      }
    }
    return workbook.bytes()
  }

  /// As in CSV, but for the nickname, which stays in sight beside the id.
  private static let sheetColumns: [OwnColumn] =
    [.creatorID, .nickname] + columns.filter { !["creator_id", "nickname"].contains($0.key) }

  private func sheetCells(_ record: CreatorRecord, _ price: Price?) -> [SheetCell] {
    let (followers, rate) = (record.followers, record.engagement)
    let yuan = price.map { SheetCell.money($0.value.price ?? .zero) } ?? .empty(.money)
    return [
      words(record.ownID), words(record.nickname), words(record.userID), words(record.redID),
      .integer(followers?.value), .day(followers?.day), words(followers?.source),
      .basisPoints(rate?.value.basisPoints), words(rate?.value.base.rawValue), .day(rate?.day),
      words(rate?.source), words(price?.value.format.rawValue), yuan.as(.input), .day(price?.day),
      .day(price?.value.validUntil), words(price?.source),
      words(record.categories.joined(separator: ";")), words(record.agency), words(record.city),
      words(record.gender), words(record.healthLevel), words(record.tags.joined(separator: ";")),
      .link(record.profileURL),
    ]
  }

  private func sheetCells(_ reviews: [CreatorRecord.Review], rater: String) -> [SheetCell] {
    let review = reviews.first { $0.rater == rater }
    return [
      .integer(review?.stars).as(.input), words(review?.verdict.map(ReviewText.text)).as(.input),
      words(review?.comment).as(.input), .day(review?.day),
    ]
  }

  private func words(_ text: String?) -> SheetCell {
    text == "" ? .empty(.text) : .text(text.map(FormulaGuard.inWorkbook))
  }
}

extension SheetPlan.Validation {
  /// What may be typed into a column of our own; `nil` for anything.
  public init?(for own: OwnColumn, column: Int) {
    switch own.key {
    case OwnColumn.rating.key:
      self.init(
        .list(["1", "2", "3", "4", "5"]), column: column, words: "1 (poor) to 5 (excellent) 1 至 5 星"
      )
    case OwnColumn.verdict.key:
      self.init(
        .list(["ok", "price", "hold", "no"]), column: column,
        words: "ok, price, hold, no; price:8000 names the highest quote 可写 price:8000 为最高报价",
        isStrict: false)
    case OwnColumn.format.key:
      self.init(.list(["image", "video"]), column: column, words: "image 图文, video 视频")
    default: return nil
    }
  }
}
