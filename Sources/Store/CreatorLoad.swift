public import Domain
import SQLite

/// Adds and compares creators row by row, as large lists need it: texts go from where they lie into the
/// book, and nothing is looked up that the caller knows.
///
/// Whoever adds knows that the creator is new, or has no such row yet; the other stores ask the book.
/// Creators are in the book at once, what is said of them only after ``flush()``.
public final class CreatorLoad {
  private let connection: Connection
  private let change: Int64?
  private var followers = LentRows(columns: 4)
  private var rates = LentRows(columns: 5)
  private var quotes = LentRows(columns: 6)
  private var categories = LentRows(columns: 2)

  /// So many creators' rows wait at the most; they fit into the processor's own memory.
  private static let mostWaiting = 2_048

  init(connection: Connection, change: Int64?) {
    (self.connection, self.change) = (connection, change)
  }

  /// UTF-8 somewhere in the list.
  public typealias Text = CreatorRow.Text

  /// A number that a row says, with its day and source.
  public struct Fact {
    /// How many followers, basis points or fen.
    public let value: Int64
    /// When it was seen.
    public let day: Day
    /// Who says it.
    public let source: Text

    /// A value as it was seen.
    public init(_ value: Int64, on day: Day, source: Text) {
      (self.value, self.day, self.source) = (value, day, source)
    }
  }

  /// Adds the creator of a row under an id.
  public func add(_ row: CreatorRow, id: Text, at moment: Moment) throws -> CreatorKey {
    try connection.with(
      """
      INSERT INTO creator (creator_id, nickname, user_id, red_id, profile_url, city, gender, agency,
        health_level, added_utc, change_no) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """
    ) { statement in
      let texts = [
        id, row.nickname, row.userID, row.redID, row.profileURL, row.city, row.gender, row.agency,
        row.healthLevel,
      ]
      for (place, text) in texts.enumerated() {
        try statement.bind(Int32(place + 1), orNull: text)
      }
      try statement.bind(10, moment.utcSeconds)
      try statement.bind(11, change)
      _ = try statement.step()
    }
    return CreatorKey(number: connection.lastInsertedRowID)
  }

  /// Adds the first follower count of a creator.
  public func add(followers fact: Fact, of key: CreatorKey) throws {
    followers.append(key.number)
    followers.append(Int64(fact.day.number))
    followers.append(fact.value)
    followers.append(utf8: fact.source)
    if followers.count >= Self.mostWaiting { try flush() }
  }

  /// Adds the first engagement rate of a creator on a base.
  public func add(rate fact: Fact, _ base: EngagementRate.Base, of key: CreatorKey) throws {
    rates.append(key.number)
    rates.append(base.rawValue)
    rates.append(Int64(fact.day.number))
    rates.append(fact.value)
    rates.append(utf8: fact.source)
    if rates.count >= Self.mostWaiting { try flush() }
  }

  /// Adds the first quote of a creator for a format.
  public func add(quote fact: Fact, _ format: NoteFormat, of key: CreatorKey, until end: Day?)
    throws
  {
    quotes.append(key.number)
    quotes.append(format.rawValue)
    quotes.append(Int64(fact.day.number))
    quotes.append(fact.value)
    quotes.append(orNull: end.map { Int64($0.number) })
    quotes.append(utf8: fact.source)
    if quotes.count >= 2 * Self.mostWaiting { try flush() }
  }

  /// Files a new creator under a category.
  public func add(category: String, to key: CreatorKey) throws {
    categories.append(key.number)
    categories.append(category)
    if categories.count >= 2 * Self.mostWaiting { try flush() }
  }

  /// Writes what was said of creators; before that, nobody else may look at them.
  public func flush() throws {
    try flush(
      &followers,
      """
      INSERT INTO follower_fact (creator_no, day, nth, followers, source, change_no)
      SELECT c1, c2, 0, c3, c4, ? FROM lent
      """)
    try flush(
      &rates,
      """
      INSERT INTO engagement_fact (creator_no, base, day, nth, rate_bp, source, change_no)
      SELECT c1, c2, c3, 0, c4, c5, ? FROM lent
      """)
    try flush(
      &quotes,
      """
      INSERT INTO quote (creator_no, format, day, nth, price_fen, valid_until_day, source,
        change_no) SELECT c1, c2, c3, 0, c4, c5, c6, ? FROM lent
      """)
    try flush(
      &categories,
      """
      INSERT OR IGNORE INTO creator_category (creator_no, category, change_no)
      SELECT c1, c2, ? FROM lent
      """)
  }

  private func flush(_ rows: inout LentRows, _ sql: String) throws {
    guard rows.count > 0 else { return }
    try connection.run(sql, reading: rows, change)
    rows.removeAll()
  }

  /// Whether the book has the creator with all that a row says of it, so that the row is no news.
  ///
  /// - Parameters:
  ///   - followers: of the row; `nil` where it says none, and so the others.
  ///   - rate: on the base of the row.
  public func has(
    _ row: CreatorRow, _ key: CreatorKey, followers: Fact?, rate: Fact?, image: Fact?, video: Fact?
  ) throws -> Bool {
    try connection.with(Self.same) { statement in
      try statement.bind(1, key.number)
      let texts = [
        row.ownID, row.userID, row.redID, row.nickname, row.profileURL, row.city, row.gender,
        row.agency, row.healthLevel,
      ]
      for (place, text) in texts.enumerated() where !text.isEmpty {
        try statement.bind(Int32(place + 2), utf8: text)
      }
      for (place, fact) in [followers, rate, image, video].enumerated() {
        guard let fact else { continue }
        let first = Int32(11 + place * 3)
        try statement.bind(first, fact.value)
        try statement.bind(first + 1, Int64(fact.day.number))
        try statement.bind(first + 2, utf8: fact.source)
      }
      try statement.bind(23, row.base.rawValue)
      if let end = row.validUntil { try statement.bind(24, Int64(end.number)) }
      return try statement.step()
    }
  }

  /// Whether a creator is in a category.
  public func has(category: String, _ key: CreatorKey) throws -> Bool {
    if categories.count > 0 { try flush() }
    return try connection.with(
      "SELECT 1 FROM creator_category WHERE creator_no = ? AND category = ?"
    ) { statement in
      try statement.bind(1, key.number)
      try statement.bind(2, category)
      return try statement.step()
    }
  }

  private static let same = """
    SELECT 1 FROM creator WHERE creator_no = ?1 AND merged_into IS NULL
      AND (?2 IS NULL OR creator_id = ?2) AND (?3 IS NULL OR user_id = ?3)
      AND (?4 IS NULL OR red_id = ?4) AND (?5 IS NULL OR nickname = ?5)
      AND (?6 IS NULL OR profile_url = ?6) AND (?7 IS NULL OR city = ?7)
      AND (?8 IS NULL OR gender = ?8) AND (?9 IS NULL OR agency = ?9)
      AND (?10 IS NULL OR health_level = ?10)
      AND (?11 IS NULL OR ?11 IS (SELECT followers FROM follower_fact
        WHERE creator_no = ?1 AND day <= ?12 AND source = ?13 ORDER BY day DESC, nth DESC LIMIT 1))
      AND (?14 IS NULL OR ?14 IS (SELECT rate_bp FROM engagement_fact
        WHERE creator_no = ?1 AND base = ?23 AND day <= ?15 AND source = ?16
        ORDER BY day DESC, nth DESC LIMIT 1))
      AND (?17 IS NULL OR (?17, ?24) IS (SELECT price_fen, valid_until_day FROM quote
        WHERE creator_no = ?1 AND format = 'image' AND day <= ?18 AND source = ?19
        ORDER BY day DESC, nth DESC LIMIT 1))
      AND (?20 IS NULL OR (?20, ?24) IS (SELECT price_fen, valid_until_day FROM quote
        WHERE creator_no = ?1 AND format = 'video' AND day <= ?21 AND source = ?22
        ORDER BY day DESC, nth DESC LIMIT 1))
    """
}

extension Statement {
  /// Binds text, or NULL for none.
  fileprivate mutating func bind(_ index: Int32, orNull text: CreatorRow.Text) throws {
    if !text.isEmpty { try bind(index, utf8: text) }
  }
}
