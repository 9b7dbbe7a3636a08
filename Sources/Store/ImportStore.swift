public import Domain
import SQLite

/// Which lists were imported when, and what that came to.
public struct ImportStore {
  let connection: Connection

  /// Keeps one import that changed something.
  public func record(
    files: String, layout: String, encoding: String,
    counts: (added: Int, updated: Int, unchanged: Int), by actor: String, at moment: Moment
  ) throws {
    try connection.run(
      """
      INSERT INTO import_run (at_utc, actor, files, layout, encoding, added, updated, unchanged)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """, moment.utcSeconds, actor, files, layout, encoding, Int64(counts.added),
      Int64(counts.updated), Int64(counts.unchanged))
  }
}
