public import Domain
import SQLite

// What was said of ads, and what they came to over time.
extension ResultStore {
  /// Goes through the ads on the notes of a span, note by note in the order they came into the book: what those
  /// of each format came to, by format.
  func eachAd(
    _ span: ClosedRange<Int64>,
    _ each: (_ note: Int64, [(format: String, course: AdCourse)]) throws -> Void
  ) throws {
    var note: Int64?
    var said: [Dated<AdResult>] = []
    func end() throws {
      if let note { try each(note, Self.courses(said)) }
      said.removeAll(keepingCapacity: true)
    }
    try connection.with(
      """
      SELECT note_no, format, span, day, spend_fen, impressions, clicks, interactions, source
      FROM ad_snapshot WHERE note_no BETWEEN ? AND ? ORDER BY note_no, format, span, day, nth
      """
    ) { statement in
      try statement.bind(1, span.lowerBound)
      try statement.bind(2, span.upperBound)
      while let row = try statement.next() {
        if row.int64(0) != note { try end() }
        note = row.int64(0)
        said.append(try Self.ad(row, noteID: ""))
      }
    }
    try end()
  }

  /// What the ads of each format on a note came to, by format.
  public func adCourses(of number: Int64) throws -> [(format: String, course: AdCourse)] {
    Self.courses(try ads(of: number, noteID: ""))
  }

  /// What was said of ads on a note over time, by format, the oldest first, totals before days.
  public func ads(of number: Int64, noteID: String) throws -> [Dated<AdResult>] {
    try connection.all(
      """
      SELECT note_no, format, span, day, spend_fen, impressions, clicks, interactions, source
      FROM ad_snapshot WHERE note_no = ? ORDER BY format, day, span DESC, nth
      """, number
    ) { row in try Self.ad(row, noteID: noteID) }
  }

  /// What ads have cost through a day, by the campaigns of the notes that they are on.
  public func adSpend(through day: Day) throws -> [String: Money] {
    let pairs = try connection.all(
      """
      SELECT note_no, ifnull(o.campaign, n.campaign) FROM note AS n LEFT JOIN orders AS o
        USING (order_id)
      WHERE note_no IN (SELECT note_no FROM ad_snapshot)
        AND ifnull(o.campaign, n.campaign) IS NOT NULL
      """
    ) { row in (row.int64(0), try row.text(1)) }
    let campaigns = Dictionary(uniqueKeysWithValues: pairs)
    var spend: [String: Money] = [:]
    try eachAd(.min ... .max) { note, courses in
      guard let name = campaigns[note] else { return }
      for course in courses.map(\.course) {
        if let more = course.spend(through: day) { spend[name, default: .zero] += more }
      }
    }
    return spend
  }

  /// By format, whose rows are beside one another.
  private static func courses(_ said: [Dated<AdResult>]) -> [(format: String, course: AdCourse)] {
    var courses: [(format: String, course: AdCourse)] = []
    var rest = said[...]
    while let format = rest.first?.value.format {
      let own = rest.prefix { $0.value.format == format }
      courses.append((format, AdCourse(Array(own))))
      rest = rest.dropFirst(own.count)
    }
    return courses
  }

  private static func ad(_ row: borrowing Row, noteID: String) throws -> Dated<AdResult> {
    Dated(
      AdResult(
        noteID: noteID, format: try row.text(1),
        span: AdResult.Span(rawValue: try row.text(2)) ?? .day, spend: Money(fen: row.int64(4)),
        impressions: row.int64OrNil(5), clicks: row.int64OrNil(6), interactions: row.int64OrNil(7)),
      day: row.day(3), source: try row.text(8))
  }
}
