public import Domain
import SQLite

extension ResultStore {
  /// Goes through all notes that have an id, each as it stands, in the order they came into the book.
  ///
  /// Of the figures only those that norms are made of. Followers that no snapshot states are the newest
  /// count of the creator by the day of the figures, else the first after it.
  public func briefs(_ each: (NoteBrief, CreatorKey?) throws -> Void) throws {
    try connection.with(
      """
      SELECT note_no, creator_no, user_id, ifnull(published_day, booked_day), day, reads,
        interactions, likes, comments, promoted_reads, heated_reads, natural_reads, cost_fen,
        coalesce(followers, (SELECT f.followers FROM follower_fact AS f
            WHERE f.creator_no = n.creator_no AND f.day <= n.day
            ORDER BY f.day DESC, f.nth DESC LIMIT 1),
          (SELECT f.followers FROM follower_fact AS f WHERE f.creator_no = n.creator_no
            ORDER BY f.day, f.nth LIMIT 1))
      FROM note_standing AS n WHERE note_id IS NOT NULL ORDER BY note_no
      """
    ) { statement in
      while let row = try statement.next() {
        let creator = row.int64OrNil(1)
        let user = creator == nil ? try row.textOrNil(2) : nil
        let owner = creator.map(NoteBrief.Owner.creator) ?? user.map(NoteBrief.Owner.user)
        var figures = NoteFigures()
        (figures.reads, figures.interactions) = (row.int64OrNil(5), row.int64OrNil(6))
        (figures.likes, figures.comments) = (row.int64OrNil(7), row.int64OrNil(8))
        (figures.promotedReads, figures.heatedReads) = (row.int64OrNil(9), row.int64OrNil(10))
        figures.naturalReads = row.int64OrNil(11)
        let brief = NoteBrief(
          number: row.int64(0), owner: owner,
          age: NoteBrief.age(from: row.dayOrNil(3), to: row.dayOrNil(4)),
          followers: row.int64OrNil(13), figures: figures,
          cost: row.int64OrNil(12).map { Money(fen: $0) })
        try each(brief, creator.map { CreatorKey(number: $0) })
      }
    }
  }

  /// Reads over time of the notes in question, natural ones where they are told apart; by the notes' places,
  /// the oldest first.
  public func readCounts(_ scope: ResultScope) throws -> [Int64: [Surge.Point]] {
    var counts: [Int64: [Surge.Point]] = [:]
    func take(_ statement: inout Statement) throws {
      while let row = try statement.next() {
        var figures = NoteFigures()
        (figures.reads, figures.promotedReads) = (row.int64OrNil(2), row.int64OrNil(3))
        (figures.heatedReads, figures.naturalReads) = (row.int64OrNil(4), row.int64OrNil(5))
        guard let count = figures.organicReads ?? figures.reads else { continue }
        counts[row.int64(0), default: []].append(
          Surge.Point(day: row.day(1), count: count))
      }
    }
    guard case .campaign(let name) = scope else {
      try connection.with(
        """
        SELECT note_no, day, reads, promoted_reads, heated_reads, natural_reads FROM note_snapshot
        ORDER BY note_no, day, nth
        """
      ) { try take(&$0) }
      return counts
    }
    try connection.with(
      """
      SELECT note_no, day, reads, promoted_reads, heated_reads, natural_reads FROM note_snapshot
      WHERE note_no IN (SELECT note_no FROM note JOIN orders USING (order_id)
          WHERE orders.campaign = ?1
        UNION SELECT note_no FROM note WHERE campaign = ?1) ORDER BY note_no, day, nth
      """
    ) { statement in
      try statement.bind(1, name)
      try take(&statement)
    }
    return counts
  }
}
