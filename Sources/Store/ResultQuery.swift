public import Domain
import SQLite

extension ResultStore {
  /// Goes through notes as they stand, in the order they came into the book.
  public func standing(_ scope: ResultScope, _ each: (NoteResult) throws -> Void) throws {
    let ads = try adSums(scope)
    func take(_ statement: inout Statement) throws {
      while let row = try statement.next() { try each(Self.result(row, ads[row.int64(0)])) }
    }
    switch scope {
    case .all:
      try connection.with("SELECT * FROM note_standing ORDER BY note_no") { try take(&$0) }
    case .campaign(let name):
      try connection.with(
        """
        SELECT * FROM note_standing WHERE campaign = ?1 AND note_no IN (
          SELECT note_no FROM note JOIN orders USING (order_id) WHERE orders.campaign = ?1
          UNION SELECT note_no FROM note WHERE campaign = ?1) ORDER BY note_no
        """
      ) { statement in
        try statement.bind(1, name)
        try take(&statement)
      }
    case .creator(let key):
      try connection.with(
        """
        SELECT * FROM note_standing WHERE creator_no = ?1 AND note_no IN (
          SELECT note_no FROM note WHERE user_id IN (
            SELECT user_id FROM creator WHERE creator_no = ?1 OR merged_into = ?1)
          UNION SELECT note_no FROM note JOIN orders USING (order_id) WHERE orders.creator_no IN (
            SELECT creator_no FROM creator WHERE creator_no = ?1 OR merged_into = ?1))
        ORDER BY note_no
        """
      ) { statement in
        try statement.bind(1, key.number)
        try take(&statement)
      }
    case .note(let number):
      try connection.with("SELECT * FROM note_standing WHERE note_no = ?") { statement in
        try statement.bind(1, number)
        try take(&statement)
      }
    }
  }

  /// The creator of a note, if the book has it.
  public func creator(of note: NoteResult) -> CreatorKey? {
    note.creator.map { CreatorKey(number: $0) }
  }

  private static func adSums(_ row: borrowing Row) -> AdSums {
    AdSums(
      spend: Money(fen: row.int64(1)),
      impressions: AdSums.Side(count: row.int64OrNil(2), spendFen: row.int64OrNil(3)),
      clicks: AdSums.Side(count: row.int64OrNil(4), spendFen: row.int64OrNil(5)),
      interactions: AdSums.Side(count: row.int64OrNil(6), spendFen: row.int64OrNil(7)))
  }

  /// What ads on the notes in question came to, by the notes' places. A campaign may be given more.
  private func adSums(_ scope: ResultScope) throws -> [Int64: AdSums] {
    let pairs: [(Int64, AdSums)]
    switch scope {
    case .all:
      pairs = try connection.all("SELECT * FROM ad_sums ORDER BY note_no") { row in
        (row.int64(0), Self.adSums(row))
      }
    case .campaign(let name):
      // The view of all sums is asked note by note: a list of notes would not reach into it.
      let notes = try connection.all(
        """
        SELECT note_no FROM note JOIN orders USING (order_id) WHERE orders.campaign = ?1
        UNION SELECT note_no FROM note WHERE campaign = ?1
        """, name
      ) { row in row.int64(0) }
      pairs = try notes.compactMap { note in
        try connection.first("SELECT * FROM ad_sums WHERE note_no = ?", note) { row in
          (note, Self.adSums(row))
        }
      }
    case .creator:
      // A creator's history is of what the notes reached, not of what was done with them.
      pairs = []
    case .note(let number):
      pairs = try connection.all("SELECT * FROM ad_sums WHERE note_no = ?", number) { row in
        (row.int64(0), Self.adSums(row))
      }
    }
    return Dictionary(uniqueKeysWithValues: pairs)
  }

  private static func result(_ row: borrowing Row, _ ads: AdSums?) throws -> NoteResult {
    NoteResult(
      number: row.int64(0), noteID: try row.textOrNil(1), order: try row.textOrNil(2),
      creator: row.int64OrNil(3),
      statedCreator: (userID: try row.textOrNil(4), nickname: try row.textOrNil(5)),
      campaign: try row.textOrNil(6), title: try row.textOrNil(7), link: try row.textOrNil(8),
      format: try row.textOrNil(9).flatMap { NoteFormat(rawValue: $0) },
      publishedOn: row.dayOrNil(10), bookedOn: row.dayOrNil(11), asOf: row.dayOrNil(12),
      figures: NoteFigures((13..<29).map { row.int64OrNil($0) }),
      cost: row.int64OrNil(29).map { Money(fen: $0) }, costSource: try row.textOrNil(30),
      ads: ads)
  }
}
