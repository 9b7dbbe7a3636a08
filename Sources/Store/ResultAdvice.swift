public import Domain
import SQLite

extension ResultStore {
  /// Goes through all notes that have an id, each as it stands, in the order they came into the book.
  ///
  /// Of the figures only those that advice is made of. Followers that no snapshot states are the newest
  /// count of the creator by the day of the figures, else the first after it.
  public func briefs(_ each: (NoteBrief) throws -> Void) throws {
    try connection.with(
      """
      SELECT note_no, note_id, creator_no, user_id, published_day, booked_day, day, format, reads,
        interactions, likes, comments, promoted_impressions, heated_impressions, promoted_reads,
        heated_reads, natural_reads, cost_fen,
        coalesce(followers, (SELECT f.followers FROM follower_fact AS f
            WHERE f.creator_no = n.creator_no AND f.day <= n.day
            ORDER BY f.day DESC, f.nth DESC LIMIT 1),
          (SELECT f.followers FROM follower_fact AS f WHERE f.creator_no = n.creator_no
            ORDER BY f.day, f.nth LIMIT 1))
      FROM note_standing AS n WHERE note_id IS NOT NULL ORDER BY note_no
      """
    ) { statement in
      while let row = try statement.next() { try each(try Self.brief(row)) }
    }
  }

  private static func brief(_ row: borrowing Row) throws -> NoteBrief {
    let creator = row.int64OrNil(2)
    let user = creator == nil ? try row.textOrNil(3) : nil
    var figures = NoteFigures()
    (figures.reads, figures.interactions) = (row.int64OrNil(8), row.int64OrNil(9))
    (figures.likes, figures.comments) = (row.int64OrNil(10), row.int64OrNil(11))
    figures.promotedImpressions = row.int64OrNil(12)
    figures.heatedImpressions = row.int64OrNil(13)
    (figures.promotedReads, figures.heatedReads) = (row.int64OrNil(14), row.int64OrNil(15))
    figures.naturalReads = row.int64OrNil(16)
    return NoteBrief(
      number: row.int64(0), noteID: try row.text(1),
      owner: creator.map(NoteBrief.Owner.creator) ?? user.map(NoteBrief.Owner.user),
      publishedOn: row.dayOrNil(4), bookedOn: row.dayOrNil(5), asOf: row.dayOrNil(6),
      format: try row.textOrNil(7).flatMap { NoteFormat(rawValue: $0) },
      followers: row.int64OrNil(18), figures: figures,
      cost: row.int64OrNil(17).map { Money(fen: $0) })
  }

  /// Reads of a note over time, natural ones where they are told apart; the oldest first.
  public func readCounts(of number: Int64) throws -> [Surge.Point] {
    var counts: [Surge.Point] = []
    try connection.with(
      """
      SELECT day, reads, promoted_reads, heated_reads, natural_reads FROM note_snapshot
      WHERE note_no = ? ORDER BY day, nth
      """
    ) { statement in
      try statement.bind(1, number)
      while let row = try statement.next() {
        var figures = NoteFigures()
        (figures.reads, figures.promotedReads) = (row.int64OrNil(1), row.int64OrNil(2))
        (figures.heatedReads, figures.naturalReads) = (row.int64OrNil(3), row.int64OrNil(4))
        guard let count = figures.organicReads ?? figures.reads else { continue }
        counts.append(Surge.Point(day: row.day(0), count: count))
      }
    }
    return counts
  }
}
