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
    case .campaign(let name): try standing(.notes(numbers(of: name)), each)
    case .creator(let key):
      let numbers = try numbers(of: key)
      // A card is shown often, and most creators have no results: the view takes long to prepare.
      guard !numbers.isEmpty else { return }
      try connection.with("SELECT * FROM note_standing WHERE note_no = ? AND creator_no = ?") {
        statement in
        for number in numbers {
          try statement.bind(1, number)
          try statement.bind(2, key.number)
          try take(&statement)
          statement.reset()
        }
      }
    case .notes(let numbers):
      try connection.with("SELECT * FROM note_standing WHERE note_no = ?") { statement in
        for number in numbers {
          try statement.bind(1, number)
          try take(&statement)
          statement.reset()
        }
      }
    }
  }

  /// The creator of a note, if the book has it.
  public func creator(of note: NoteResult) -> CreatorKey? {
    note.creator.map { CreatorKey(number: $0) }
  }

  /// What ads on the notes in question came to, by the notes' places.
  private func adSums(_ scope: ResultScope) throws -> [Int64: AdSums] {
    var sums: [Int64: AdSums] = [:]
    let take = { (note: Int64, courses: [AdCourse]) in
      sums[note] = AdSums(courses.flatMap { $0.standing(through: Day(number: .max)) })
    }
    switch scope {
    case .all: try eachAd { note, courses in take(note, courses.map(\.course)) }
    case .campaign, .creator:
      // Those of a campaign are asked for note by note; a creator's history is of what the notes
      // reached, not of what was done with them.
      break
    case .notes(let numbers):
      for note in numbers { take(note, try adCourses(of: note).map(\.course)) }
    }
    return sums
  }

  /// The notes that may be a creator's, by user id or order, in the order they came into the book.
  private func numbers(of creator: CreatorKey) throws -> [Int64] {
    try connection.all(
      """
      SELECT note_no FROM note WHERE user_id IN (
        SELECT user_id FROM creator WHERE creator_no = ?1 OR merged_into = ?1)
      UNION SELECT note_no FROM note JOIN orders USING (order_id) WHERE orders.creator_no IN (
        SELECT creator_no FROM creator WHERE creator_no = ?1 OR merged_into = ?1)
      ORDER BY note_no
      """, creator.number
    ) { row in row.int64(0) }
  }

  /// The notes of a campaign, in the order they came into the book.
  public func numbers(of campaign: String) throws -> [Int64] {
    try connection.all(
      """
      SELECT note_no FROM note_of_order WHERE campaign = ?1 AND note_no IN (
        SELECT note_no FROM note JOIN orders USING (order_id) WHERE orders.campaign = ?1
        UNION SELECT note_no FROM note WHERE campaign = ?1) ORDER BY note_no
      """, campaign
    ) { row in row.int64(0) }
  }

  /// The first of all notes, the one published last first, then by name; and how many there are.
  public func newest(_ limit: Int) throws -> (numbers: [Int64], all: Int64) {
    let numbers = try connection.all(
      """
      SELECT note_no FROM note AS n WHERE note_id IS NOT NULL OR NOT EXISTS (
        SELECT 1 FROM note AS m WHERE m.order_id = n.order_id AND m.note_id IS NOT NULL)
      ORDER BY published_day DESC, ifnull(note_id, 'order ' || order_id) LIMIT ?
      """, limit
    ) { row in row.int64(0) }
    return (numbers, try count())
  }

  /// How many notes there are; one stands for all of an order of which none is known.
  public func count() throws -> Int64 {
    try connection.first(
      """
      SELECT count(*) FROM note AS n WHERE note_id IS NOT NULL OR NOT EXISTS (
        SELECT 1 FROM note AS m WHERE m.order_id = n.order_id AND m.note_id IS NOT NULL)
      """
    ) { row in row.int64(0) } ?? 0
  }

  /// The creator of a note, if the book has it.
  public func creator(of note: NoteBrief) -> CreatorKey? {
    guard case .creator(let number)? = note.owner else { return nil }
    return CreatorKey(number: number)
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
