public import Domain
import SQLite

extension ResultStore {
  /// Goes through notes as they stand on a day, in the order they came into the book.
  ///
  /// - Parameter day: the last day that figures are taken of; `nil` for the newest.
  public func standing(
    _ scope: ResultScope, through day: Day?, _ each: (NoteResult) throws -> Void
  ) throws {
    var scan = NoteScan(connection, through: day)
    switch scope {
    case .span(let span):
      let ads = try adSums(span, through: day)
      try scan.run(span) { row, owner in
        try each(try Self.result(row, owner, ads[row.int64(0)]))
      }
    case .campaign(let name):
      // Ads of a campaign are asked for note by note, by format and day.
      for number in try numbers(of: name) {
        try scan.run(number...number) { try each(try Self.result($0, $1, nil)) }
      }
    case .creator(let key):
      // A creator's history is of what the notes reached, not of what was done with them.
      for number in try numbers(of: key) {
        try scan.run(number...number) { row, owner in
          if owner.creator == key.number { try each(try Self.result(row, owner, nil)) }
        }
      }
    case .notes(let numbers):
      for number in numbers {
        let ads = AdSums(Self.standing(try adCourses(of: number), through: day))
        try scan.run(number...number) { try each(try Self.result($0, $1, ads)) }
      }
    }
  }

  /// The creator of a note, if the book has it.
  public func creator(of note: NoteResult) -> CreatorKey? {
    note.creator.map { CreatorKey(number: $0) }
  }

  /// What ads on the notes of a span came to, by the notes' places.
  private func adSums(_ span: ClosedRange<Int64>, through day: Day?) throws -> [Int64: AdSums] {
    var sums: [Int64: AdSums] = [:]
    try eachAd(span) { note, courses in sums[note] = AdSums(Self.standing(courses, through: day)) }
    return sums
  }

  private static func standing(
    _ ads: [(format: String, course: AdCourse)], through day: Day?
  ) -> [AdResult] {
    ads.flatMap { $0.course.standing(through: day ?? Day(number: .max)) }
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
      SELECT note_no FROM note AS n LEFT JOIN orders AS o USING (order_id)
      WHERE ifnull(o.campaign, n.campaign) = ?1 AND note_no IN (
        SELECT note_no FROM note JOIN orders USING (order_id) WHERE orders.campaign = ?1
        UNION SELECT note_no FROM note WHERE campaign = ?1)
      AND (note_id IS NOT NULL OR NOT EXISTS (
        SELECT 1 FROM note AS m WHERE m.order_id = n.order_id AND m.note_id IS NOT NULL))
      ORDER BY note_no
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

  private static func result(
    _ row: borrowing Row, _ owner: (creator: Int64?, userID: String?), _ ads: AdSums?
  ) throws -> NoteResult {
    NoteResult(
      number: row.int64(0), noteID: try row.textOrNil(1), order: try row.textOrNil(2),
      creator: owner.creator, statedCreator: (userID: owner.userID, nickname: try row.textOrNil(3)),
      campaign: try row.textOrNil(4), title: try row.textOrNil(5), link: try row.textOrNil(6),
      format: try row.textOrNil(7).flatMap { NoteFormat(rawValue: $0) },
      publishedOn: row.dayOrNil(8), bookedOn: row.dayOrNil(9), asOf: row.dayOrNil(10),
      figures: figures(row), cost: row.int64OrNil(27).map { Money(fen: $0) },
      costSource: try row.textOrNil(28), ads: ads)
  }

  /// The figures of a row of ``NoteScan``.
  static func figures(_ row: borrowing Row) -> NoteFigures {
    var figures = NoteFigures()
    (figures.impressions, figures.reads) = (row.int64OrNil(11), row.int64OrNil(12))
    (figures.interactions, figures.likes) = (row.int64OrNil(13), row.int64OrNil(14))
    (figures.collects, figures.comments) = (row.int64OrNil(15), row.int64OrNil(16))
    (figures.shares, figures.follows) = (row.int64OrNil(17), row.int64OrNil(18))
    figures.promotedImpressions = row.int64OrNil(19)
    figures.heatedImpressions = row.int64OrNil(20)
    figures.naturalImpressions = row.int64OrNil(21)
    (figures.promotedReads, figures.heatedReads) = (row.int64OrNil(22), row.int64OrNil(23))
    (figures.naturalReads, figures.completionBasisPoints) = (
      row.int64OrNil(24), row.int64OrNil(25)
    )
    figures.followers = row.int64OrNil(26)
    return figures
  }
}
