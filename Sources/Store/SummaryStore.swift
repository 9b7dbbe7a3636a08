public import Domain
import SQLite

/// Creators at a glance, for lists.
public struct SummaryStore {
  let connection: Connection

  /// One creator as it stands on a day.
  public func summary(of key: CreatorKey, on day: Day) throws -> CreatorSummary? {
    try read(CreatorFilter(), key.number...key.number, on: day).first
  }

  /// The creators, or those of some keys, that pass a filter as they stand on a day: most followers first,
  /// then by id.
  public func summaries(
    _ filter: CreatorFilter, among keys: [CreatorKey]? = nil, on day: Day
  ) throws -> [CreatorSummary] {
    let ranges = keys?.map { $0.number...$0.number } ?? [0...Int64.max]
    return try ranges.flatMap { try read(filter, $0, on: day) }.sorted { left, right in
      let (leftCount, rightCount) = (left.followers ?? -1, right.followers ?? -1)
      return leftCount == rightCount
        ? left.creator.id < right.creator.id : leftCount > rightCount
    }
  }

  private func read(_ filter: CreatorFilter, _ keys: ClosedRange<Int64>, on day: Day) throws
    -> [CreatorSummary]
  {
    var result: [CreatorSummary] = []
    try connection.with(Self.query) { statement in
      try Self.bind(filter, keys, day, to: &statement)
      while let row = try statement.next() {
        let summary = try Self.summary(row, on: day)
        if Self.passes(summary, filter) { result.append(summary) }
      }
    }
    return result
  }

  /// One row a creator; the subqueries each end after one seek in the key of their table.
  private static let query = """
    SELECT c.creator_id, c.nickname, c.user_id, c.red_id, c.profile_url, c.city, c.gender,
      c.agency, c.health_level, c.blocked_day, c.blocked_reason, c.conflict_until_day,
      c.conflict_reason,
      (SELECT followers FROM follower_fact WHERE creator_no = c.creator_no AND day <= ?1
        ORDER BY day DESC, nth DESC LIMIT 1) AS followers,
      (SELECT rate_bp FROM engagement_fact WHERE creator_no = c.creator_no AND base = 'followers'
        AND day <= ?1 ORDER BY day DESC, nth DESC LIMIT 1) AS engagement_bp,
      image.price_fen, image.day, image.valid_until_day, image.source,
      video.price_fen, video.day, video.valid_until_day, video.source,
      (SELECT group_concat(stars) FROM rating AS r WHERE creator_no = c.creator_no
        AND (day, nth) = (SELECT day, nth FROM rating WHERE creator_no = c.creator_no
          AND rater = r.rater AND stars IS NOT NULL AND day <= ?1
          ORDER BY day DESC, nth DESC LIMIT 1)),
      (SELECT group_concat(category, char(10)) FROM (SELECT category FROM creator_category
        WHERE creator_no = c.creator_no ORDER BY category)),
      (SELECT group_concat(tag, char(10)) FROM (SELECT tag FROM creator_tag
        WHERE creator_no = c.creator_no ORDER BY tag))
    FROM creator AS c
    LEFT JOIN quote AS image ON image.creator_no = c.creator_no AND image.format = 'image'
      AND (image.day, image.nth) = (SELECT day, nth FROM quote WHERE creator_no = c.creator_no
        AND format = 'image' AND day <= ?1 ORDER BY day DESC, nth DESC LIMIT 1)
    LEFT JOIN quote AS video ON video.creator_no = c.creator_no AND video.format = 'video'
      AND (video.day, video.nth) = (SELECT day, nth FROM quote WHERE creator_no = c.creator_no
        AND format = 'video' AND day <= ?1 ORDER BY day DESC, nth DESC LIMIT 1)
    WHERE c.creator_no BETWEEN ?2 AND ?9 AND c.merged_into IS NULL
      AND (?3 IS NULL OR followers >= ?3) AND (?4 IS NULL OR followers < ?4)
      AND (?5 IS NULL OR engagement_bp >= ?5)
      AND (?6 IS NULL OR c.agency = ?6)
      AND (?7 IS NULL OR c.city LIKE '%' || ?7 || '%' ESCAPE '\\')
      AND (NOT ?8 OR (c.blocked_day IS NULL
        AND (c.conflict_until_day IS NULL OR c.conflict_until_day < ?1)))
    """

  private static func bind(
    _ filter: CreatorFilter, _ keys: ClosedRange<Int64>, _ day: Day, to statement: inout Statement
  ) throws {
    try statement.bind(1, Int64(day.number))
    try statement.bind(2, keys.lowerBound)
    try statement.bind(9, keys.upperBound)
    try statement.bind(3, filter.minFollowers)
    try statement.bind(4, filter.belowFollowers)
    try statement.bind(5, filter.minEngagement)
    try statement.bind(6, filter.agency)
    try statement.bind(7, filter.city.map(Like.escaped))
    try statement.bind(8, filter.onlyFree ? Int64(1) : 0)
  }

  private static func passes(_ summary: CreatorSummary, _ filter: CreatorFilter) -> Bool {
    if !filter.categories.isEmpty, !filter.categories.contains(where: summary.categories.contains) {
      return false
    }
    guard filter.tags.allSatisfy(summary.tags.contains) else { return false }
    if let least = filter.minRatingHundredths {
      guard let average = summary.rating.averageHundredths, average >= least else { return false }
    }
    guard filter.minFee != nil || filter.maxFee != nil else { return true }
    return summary.quotes.compactMap(\.price).contains { price in
      price >= filter.minFee ?? .zero && price <= filter.maxFee ?? .largest
    }
  }

  private static func summary(_ row: borrowing Row, on day: Day) throws -> CreatorSummary {
    let creator = Creator(
      id: CreatorID(try row.text(0)), nickname: try row.text(1), userID: try row.textOrNil(2),
      redID: try row.textOrNil(3), profileURL: try row.textOrNil(4), city: try row.textOrNil(5),
      gender: try row.textOrNil(6), agency: try row.textOrNil(7), healthLevel: try row.textOrNil(8))
    let quotes = [
      try quote(row, .image, from: 15), try quote(row, .video, from: 19),
    ].compactMap(\.self)
    return CreatorSummary(
      creator: creator, followers: row.int64OrNil(13),
      engagement: row.int64OrNil(14).map { EngagementRate(basisPoints: $0, base: .followers) },
      quotes: quotes.filter { $0.holds(on: day) },
      rating: RatingSummary(stars: try list(row, 23, separator: ",").compactMap { Int64($0) }),
      categories: try list(row, 24, separator: "\n"), tags: try list(row, 25, separator: "\n"),
      exclusions: try ExclusionStore.exclusions(in: row, from: 9).filter { $0.holds(on: day) })
  }

  private static func quote(_ row: borrowing Row, _ format: NoteFormat, from column: Int32) throws
    -> Quote?
  {
    guard let price = row.int64OrNil(column), let day = row.int64OrNil(column + 1) else {
      return nil
    }
    return Quote(
      format: format, price: Money(fen: price), quotedOn: Day(number: Int32(day)),
      validUntil: row.dayOrNil(column + 2),
      source: try row.text(column + 3))
  }

  private static func list(_ row: borrowing Row, _ column: Int32, separator: Character) throws
    -> [String]
  {
    try row.textOrNil(column)?.split(separator: separator).map(String.init) ?? []
  }
}
