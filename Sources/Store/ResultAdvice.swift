public import Domain
import SQLite

extension ResultStore {
  /// All notes of a span that have an id, each as it stood on a day, in the order they came into the book.
  ///
  /// Followers that no snapshot states are the newest count of the creator by the day of the figures, else the
  /// first after it.
  ///
  /// - Parameter day: the last day that figures are taken of; `nil` for the newest.
  public func briefs(_ span: ClosedRange<Int64>, through day: Day?) throws -> [NoteBrief] {
    var briefs: [NoteBrief] = []
    var scan = NoteScan(connection, through: day)
    try scan.run(span) { row, owner in
      guard let id = try row.textOrNil(1) else { return }
      briefs.append(try brief(row, id, owner))
    }
    return briefs
  }

  private func brief(
    _ row: borrowing Row, _ id: String, _ owner: (creator: Int64?, userID: String?)
  ) throws -> NoteBrief {
    let figures = Self.figures(row)
    let asOf = row.dayOrNil(10)
    return NoteBrief(
      number: row.int64(0), noteID: id,
      owner: owner.creator.map(NoteBrief.Owner.creator) ?? owner.userID.map(NoteBrief.Owner.user),
      publishedOn: row.dayOrNil(8), bookedOn: row.dayOrNil(9), asOf: asOf,
      format: try row.textOrNil(7).flatMap { NoteFormat(rawValue: $0) },
      followers: try figures.followers ?? owner.creator.flatMap { try followers(of: $0, asOf) },
      figures: figures, cost: row.int64OrNil(27).map { Money(fen: $0) })
  }

  /// The newest count of a creator by a day, else the first after it.
  private func followers(of creator: Int64, _ day: Day?) throws -> Int64? {
    try connection.first(
      """
      SELECT coalesce(
        (SELECT followers FROM follower_fact WHERE creator_no = ?1 AND day <= ?2
          ORDER BY day DESC, nth DESC LIMIT 1),
        (SELECT followers FROM follower_fact WHERE creator_no = ?1 ORDER BY day, nth LIMIT 1))
      """, creator, day.map { Int64($0.number) }
    ) { row in row.int64OrNil(0) } ?? nil
  }

  /// Goes through the notes of a span that have snapshots, in the order they came into the book, with the reads
  /// of each through a day: natural ones where they are told apart; the oldest first.
  public func readCounts(
    _ span: ClosedRange<Int64>, through day: Day?,
    _ each: (_ note: Int64, [Surge.Point]) throws -> Void
  ) throws {
    var note: Int64?
    var counts: [Surge.Point] = []
    // A day to compare with takes a quarter of the time.
    try connection.with(
      """
      SELECT note_no, day, reads, promoted_reads, heated_reads, natural_reads FROM note_snapshot
      WHERE note_no BETWEEN ? AND ? \(day == nil ? "" : "AND day <= ?") ORDER BY note_no, day, nth
      """
    ) { statement in
      try statement.bind(1, span.lowerBound)
      try statement.bind(2, span.upperBound)
      if let day { try statement.bind(3, Int64(day.number)) }
      while let row = try statement.next() {
        let number = row.int64(0)
        if let note, note != number {
          try each(note, counts)
          counts.removeAll(keepingCapacity: true)
        }
        note = number
        let reads = row.int64OrNil(2)
        let natural = NoteFigures.organic(
          reads, row.int64OrNil(3), row.int64OrNil(4), stated: row.int64OrNil(5))
        guard let count = natural ?? reads else { continue }
        counts.append(Surge.Point(day: row.day(1), count: count))
      }
    }
    if let note { try each(note, counts) }
  }

  /// The reads of one note through a day, likewise.
  public func readCounts(of number: Int64, through day: Day?) throws -> [Surge.Point] {
    var points: [Surge.Point] = []
    try readCounts(number...number, through: day) { points = $1 }
    return points
  }
}
