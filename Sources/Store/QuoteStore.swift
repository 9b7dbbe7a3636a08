public import Domain
import SQLite

/// What creators ask for a note, over time.
public struct QuoteStore {
  let connection: Connection
  let change: Int64?

  /// Records a quote, or that a format is no longer offered; whether it said something new.
  ///
  /// A list withdraws only what it offered itself, and only while that is the newest word on the
  /// format: what another source has said since stands. A person who says "not offered" withdraws
  /// what any source offered. The first word on a format that says "not offered" says nothing new.
  @discardableResult
  public func record(_ quote: Quote, of key: CreatorKey, byPerson: Bool = false) throws -> Bool {
    try connection.run(
      """
      INSERT INTO quote (creator_no, format, day, nth, price_fen, valid_until_day, source,
        change_no)
      SELECT ?1, ?2, ?3, (SELECT coalesce(max(nth), -1) + 1 FROM quote
        WHERE creator_no = ?1 AND format = ?2 AND day = ?3), ?4, ?5, ?6, ?8
      WHERE NOT EXISTS (SELECT 1 FROM (SELECT price_fen, valid_until_day FROM quote
          WHERE creator_no = ?1 AND format = ?2 AND day <= ?3 AND source = ?6
          ORDER BY day DESC, nth DESC LIMIT 1)
          WHERE (price_fen, valid_until_day) IS (?4, ?5))
        AND (?4 IS NOT NULL OR EXISTS (SELECT 1 FROM (SELECT source FROM quote
          WHERE creator_no = ?1 AND format = ?2 AND day <= ?3 ORDER BY day DESC, nth DESC LIMIT 1)
          WHERE ?7 OR source = ?6))
      """, key.number, quote.format.rawValue, Int64(quote.quotedOn.number), quote.price?.fen,
      quote.validUntil.map { Int64($0.number) }, quote.source, byPerson,
      change) > 0
  }

  /// All quotes of a creator: image before video, newest first.
  public func quotes(of key: CreatorKey) throws -> [Quote] {
    try connection.all(
      """
      SELECT format, price_fen, day, valid_until_day, source FROM quote WHERE creator_no = ?
      ORDER BY format, day DESC, nth DESC
      """, key.number
    ) { row in
      Quote(
        format: NoteFormat(rawValue: try row.text(0)) ?? .image,
        price: row.int64OrNil(1).map { Money(fen: $0) }, quotedOn: row.day(2),
        validUntil: row.dayOrNil(3), source: try row.text(4))
    }
  }
}
