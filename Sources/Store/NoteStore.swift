public import Domain
import SQLite

/// Free text kept with a creator.
public struct NoteStore {
  let connection: Connection
  let change: Int64?

  /// Keeps a note unless the same text of the same source is kept already; whether it did.
  @discardableResult
  public func record(_ text: String, of key: CreatorKey, on day: Day, source: String) throws -> Bool
  {
    try connection.run(
      """
      INSERT INTO creator_note (creator_no, day, nth, text, source, change_no)
      SELECT ?1, ?2, (SELECT coalesce(max(nth), -1) + 1 FROM creator_note
        WHERE creator_no = ?1 AND day = ?2), ?3, ?4, ?5
      WHERE NOT EXISTS (SELECT 1 FROM creator_note
        WHERE creator_no = ?1 AND text = ?3 AND source = ?4)
      """, key.number, Int64(day.number), text, source, change) > 0
  }

  /// Notes on a creator, newest first.
  public func notes(of key: CreatorKey) throws -> [Dated<String>] {
    try connection.all(
      """
      SELECT text, day, source FROM creator_note WHERE creator_no = ? ORDER BY day DESC, nth DESC
      """, key.number
    ) { row in
      Dated(try row.text(0), day: row.day(1), source: try row.text(2))
    }
  }
}
