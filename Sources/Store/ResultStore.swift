public import Domain
public import Ledger
import SQLite

/// What came of notes: what files said of them, kept as it was read.
///
/// Each `keep` adds a row unless the newest of that day says as much: of a day the last said stands, also where
/// it takes a correction back. Of a file that was read before, any row that says as much will do, so that
/// reading it again changes nothing.
public struct ResultStore {
  let connection: Connection

  /// Whether a file with these bytes was imported.
  public func knows(_ digest: Digest) throws -> Bool {
    try connection.first("SELECT 1 FROM result_import WHERE sha256 = ?", digest.bytes) { _ in true }
      ?? false
  }

  /// Starts an import: every row that it adds carries its number.
  public func begin(
    file: String, layout: String, digest: Digest, at moment: Moment, by actor: String
  ) throws -> Int64 {
    try connection.run(
      """
      INSERT INTO result_import (at_utc, actor, file, layout, sha256, row_count, added)
      VALUES (?, ?, ?, ?, ?, 0, 0)
      """, moment.utcSeconds, actor, file, layout, digest.bytes)
    return connection.lastInsertedRowID
  }

  /// Ends an import; one that added nothing leaves no trace.
  public func finish(_ number: Int64, layout: String, rows: Int64, added: Int64) throws {
    if added == 0 {
      try connection.run("DELETE FROM result_import WHERE import_no = ?", number)
    } else {
      try connection.run(
        "UPDATE result_import SET layout = ?, row_count = ?, added = ? WHERE import_no = ?",
        layout, rows, added, number)
    }
  }

  /// The note of an id.
  public func note(id: String) throws -> KeptNote? {
    try connection.first(
      """
      SELECT note_no, note_id, order_id, user_id, campaign, note_count FROM note WHERE note_id = ?
      """, id
    ) { row in try Self.note(row) }
  }

  /// The notes of an order, those without an id too, in the order they came.
  public func notes(ofOrder order: String) throws -> [KeptNote] {
    try connection.all(
      """
      SELECT note_no, note_id, order_id, user_id, campaign, note_count FROM note
      WHERE order_id = ? ORDER BY note_no
      """, order
    ) { row in try Self.note(row) }
  }

  private static func note(_ row: borrowing Row) throws -> KeptNote {
    KeptNote(
      number: row.int64(0), noteID: try row.textOrNil(1), order: try row.textOrNil(2),
      userID: try row.textOrNil(3), campaign: try row.textOrNil(4), noteCount: row.int64OrNil(5))
  }

  /// Adds a note.
  public func add(_ note: StatedNote) throws -> Int64 {
    try connection.run(
      """
      INSERT INTO note (note_id, order_id, user_id, nickname, title, link, format, published_day,
        campaign, note_count) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, note.noteID, note.order, note.userID, note.nickname, note.title, note.link,
      note.format?.rawValue, note.publishedOn.map { Int64($0.number) }, note.campaign,
      note.noteID == nil ? note.noteCount : nil)
    return connection.lastInsertedRowID
  }

  /// Fills in what the book didn't know of a note; what it knew stays. Whether that was anything.
  public func complete(_ number: Int64, with note: StatedNote) throws -> Bool {
    try connection.run(
      """
      UPDATE note SET note_id = ifnull(note_id, ?2), order_id = ifnull(order_id, ?3),
        user_id = ifnull(user_id, ?4), nickname = ifnull(nickname, ?5), title = ifnull(title, ?6),
        link = ifnull(link, ?7), format = ifnull(format, ?8),
        published_day = ifnull(published_day, ?9), campaign = ifnull(campaign, ?10)
      WHERE note_no = ?1 AND (note_id IS NULL AND ?2 IS NOT NULL
        OR order_id IS NULL AND ?3 IS NOT NULL OR user_id IS NULL AND ?4 IS NOT NULL
        OR nickname IS NULL AND ?5 IS NOT NULL OR title IS NULL AND ?6 IS NOT NULL
        OR link IS NULL AND ?7 IS NOT NULL OR format IS NULL AND ?8 IS NOT NULL
        OR published_day IS NULL AND ?9 IS NOT NULL OR campaign IS NULL AND ?10 IS NOT NULL)
      """, number, note.noteID, note.order, note.userID, note.nickname, note.title, note.link,
      note.format?.rawValue, note.publishedOn.map { Int64($0.number) }, note.campaign) > 0
  }

  /// Says which campaign a note is of; whether that is new.
  public func assign(_ number: Int64, to campaign: String) throws -> Bool {
    try connection.run(
      "UPDATE note SET campaign = ?2 WHERE note_no = ?1 AND campaign IS NOT ?2", number, campaign)
      > 0
  }

  /// The creator of an order, by the key and the user id of whoever it is kept under; and its campaign.
  public func order(_ name: String) throws -> (userID: String?, campaign: String?)? {
    try connection.first(
      """
      SELECT ifnull(kept.user_id, c.user_id), o.campaign FROM orders AS o
      JOIN creator AS c ON c.creator_no = o.creator_no
      LEFT JOIN creator AS kept ON kept.creator_no = c.merged_into WHERE order_id = ?
      """, name
    ) { row in (try row.textOrNil(0), try row.textOrNil(1)) }
  }

  /// What was said of a note on a day, with the import that said it, in the order it came.
  public func stated(_ number: Int64, on day: Day) throws -> [(
    note: StatedNote, importNumber: Int64
  )] {
    try connection.all(
      """
      SELECT impressions, reads, interactions, likes, collects, comments, shares, follows,
        promoted_impressions, heated_impressions, natural_impressions, promoted_reads,
        heated_reads, natural_reads, completion_bp, followers, quote_fen, fee_fen, cost_fen,
        import_no
      FROM note_snapshot WHERE note_no = ? AND day = ? ORDER BY nth
      """, number, Int64(day.number)
    ) { row in
      var note = StatedNote()
      note.figures = NoteFigures((0..<16).map { row.int64OrNil($0) })
      note.quote = row.int64OrNil(16).map { Money(fen: $0) }
      note.fee = row.int64OrNil(17).map { Money(fen: $0) }
      note.cost = row.int64OrNil(18).map { Money(fen: $0) }
      return (note, row.int64(19))
    }
  }

  /// Adds what was said of a note on a day.
  public func add(
    _ note: StatedNote, of number: Int64, on day: Day, source: String, in importNumber: Int64
  ) throws {
    try connection.with(
      """
      INSERT INTO note_snapshot (note_no, day, nth, impressions, reads, interactions, likes,
        collects, comments, shares, follows, promoted_impressions, heated_impressions,
        natural_impressions, promoted_reads, heated_reads, natural_reads, completion_bp, followers,
        quote_fen, fee_fen, cost_fen, source, import_no)
      VALUES (?1, ?2, (SELECT ifnull(max(nth), -1) + 1 FROM note_snapshot
        WHERE note_no = ?1 AND day = ?2), ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15,
        ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23)
      """
    ) { statement in
      try statement.bind(1, number)
      try statement.bind(2, Int64(day.number))
      for (place, value) in note.figures.values.enumerated() {
        try statement.bind(Int32(place) + 3, value)
      }
      try statement.bind(19, note.quote?.fen)
      try statement.bind(20, note.fee?.fen)
      try statement.bind(21, note.cost?.fen)
      try statement.bind(22, source)
      try statement.bind(23, importNumber)
      _ = try statement.step()
    }
  }

  /// Keeps what ads on a note did; whether it said something new.
  public func keep(
    _ ad: AdResult, of number: Int64, on day: Day, source: String, in importNumber: Int64,
    isRepeated: Bool
  ) throws -> Bool {
    try connection.run(
      """
      INSERT INTO ad_snapshot (note_no, format, span, day, nth, spend_fen, impressions, clicks,
        interactions, source, import_no)
      SELECT ?1, ?2, ?3, ?4, (SELECT ifnull(max(nth), -1) + 1 FROM ad_snapshot
        WHERE note_no = ?1 AND format = ?2 AND span = ?3 AND day = ?4), ?5, ?6, ?7, ?8, ?9, ?10
      WHERE NOT EXISTS (SELECT 1 FROM ad_snapshot
        WHERE note_no = ?1 AND format = ?2 AND span = ?3 AND day = ?4 AND spend_fen = ?5
        AND impressions IS ?6 AND clicks IS ?7 AND interactions IS ?8
        AND (?11 OR nth = (SELECT max(nth) FROM ad_snapshot
          WHERE note_no = ?1 AND format = ?2 AND span = ?3 AND day = ?4)))
      """, number, ad.format, ad.span.rawValue, Int64(day.number), ad.spend.fen, ad.impressions,
      ad.clicks, ad.interactions, source, importNumber, isRepeated ? 1 : 0) > 0
  }

  /// Keeps what customers ordered; whether it said something new.
  public func keep(
    _ conversion: Conversion, on day: Day, source: String, in importNumber: Int64, isRepeated: Bool
  ) throws -> Bool {
    try connection.run(
      """
      INSERT INTO conversion (day, channel, note_id, creator, campaign, nth, order_count,
        revenue_fen, source, import_no)
      SELECT ?1, ?2, ?3, ?4, ?5, (SELECT ifnull(max(nth), -1) + 1 FROM conversion
        WHERE day = ?1 AND channel = ?2 AND note_id = ?3 AND creator = ?4 AND campaign = ?5),
        ?6, ?7, ?8, ?9
      WHERE NOT EXISTS (SELECT 1 FROM conversion
        WHERE day = ?1 AND channel = ?2 AND note_id = ?3 AND creator = ?4 AND campaign = ?5
        AND order_count = ?6 AND revenue_fen = ?7
        AND (?10 OR nth = (SELECT max(nth) FROM conversion
          WHERE day = ?1 AND channel = ?2 AND note_id = ?3 AND creator = ?4 AND campaign = ?5)))
      """, Int64(day.number), conversion.channel, conversion.noteID ?? "",
      conversion.creator ?? "", conversion.campaign ?? "", conversion.orders,
      conversion.revenue.fen, source, importNumber, isRepeated ? 1 : 0) > 0
  }

  /// Keeps how often a keyword was searched; whether it said something new.
  public func keep(
    _ search: SearchCount, on day: Day, source: String, in importNumber: Int64, isRepeated: Bool
  ) throws -> Bool {
    try connection.run(
      """
      INSERT INTO search_count (day, keyword, campaign, nth, searches, source, import_no)
      SELECT ?1, ?2, ?3, (SELECT ifnull(max(nth), -1) + 1 FROM search_count
        WHERE day = ?1 AND keyword = ?2 AND campaign = ?3), ?4, ?5, ?6
      WHERE NOT EXISTS (SELECT 1 FROM search_count
        WHERE day = ?1 AND keyword = ?2 AND campaign = ?3 AND searches = ?4
        AND (?7 OR nth = (SELECT max(nth) FROM search_count
          WHERE day = ?1 AND keyword = ?2 AND campaign = ?3)))
      """, Int64(day.number), search.keyword, search.campaign ?? "", search.searches, source,
      importNumber, isRepeated ? 1 : 0) > 0
  }
}
