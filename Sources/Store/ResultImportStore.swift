import Domain
import Ledger
import SQLite

extension ResultStore {
  /// The imports that added something, the newest first.
  public func imports() throws -> [ResultImport] {
    try connection.all(
      """
      SELECT import_no, at_utc, actor, file, layout, sha256, row_count, added FROM result_import
      ORDER BY import_no DESC
      """
    ) { row in
      ResultImport(
        number: row.int64(0), at: Moment(utcSeconds: row.int64(1)), actor: try row.text(2),
        file: try row.text(3), layout: try row.text(4),
        digest: Digest(row.blob(5)).map { "\($0)" } ?? "", rows: row.int64(6),
        added: row.int64(7))
    }
  }

  /// Removes all rows that an import added, and the notes of which nothing is left; `false` when there
  /// is no such import.
  public func forget(_ number: Int64) throws -> Bool {
    let touched = try connection.all(
      """
      SELECT note_no FROM note_snapshot WHERE import_no = ?1
      UNION SELECT note_no FROM ad_snapshot WHERE import_no = ?1
      """, number
    ) { row in row.int64(0) }
    try connection.run("DELETE FROM note_snapshot WHERE import_no = ?", number)
    try connection.run("DELETE FROM ad_snapshot WHERE import_no = ?", number)
    try connection.run("DELETE FROM conversion WHERE import_no = ?", number)
    try connection.run("DELETE FROM search_count WHERE import_no = ?", number)
    for note in touched {
      try connection.run(
        """
        DELETE FROM note WHERE note_no = ?1
        AND NOT EXISTS (SELECT 1 FROM note_snapshot WHERE note_no = ?1)
        AND NOT EXISTS (SELECT 1 FROM ad_snapshot WHERE note_no = ?1)
        """, note)
    }
    return try connection.run("DELETE FROM result_import WHERE import_no = ?", number) > 0
  }
}
