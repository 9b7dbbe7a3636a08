public import Domain
import SQLite

/// The indexes over who creators are, as the migrations made them: a list that is much larger than the
/// book takes them away and builds them behind its rows, in one go, inside its transaction.
///
/// That of pointers stays: it is empty in nearly every book, and is looked at while lists are read. The
/// trigger that tells searches of new follower counts goes with them, and searches then begin anew.
enum CreatorIndexes {
  static let drop = """
    DROP INDEX creator_by_id;
    DROP INDEX creator_by_user_id;
    DROP INDEX creator_by_red_id;
    DROP INDEX creator_by_nickname;
    DROP INDEX creator_by_agency;
    DROP TRIGGER search_counted;
    """

  static let build = """
    CREATE UNIQUE INDEX creator_by_id ON creator (creator_id);
    CREATE UNIQUE INDEX creator_by_user_id ON creator (user_id) WHERE user_id IS NOT NULL;
    CREATE UNIQUE INDEX creator_by_red_id ON creator (red_id) WHERE red_id IS NOT NULL;
    CREATE INDEX creator_by_nickname ON creator (nickname);
    CREATE INDEX creator_by_agency ON creator (agency) WHERE agency IS NOT NULL;
    CREATE TRIGGER search_counted AFTER INSERT ON follower_fact
    WHEN NEW.creator_no <= (SELECT upto_no FROM search_state)
    BEGIN INSERT OR IGNORE INTO search_recount VALUES (NEW.creator_no); END;
    UPDATE search_state SET version = 0;
    """
}

extension CreatorStore {
  /// Takes the indexes over ids and names away, inside a transaction: until ``buildIndexes()``, looking
  /// anybody up by an id reads all creators, and two with one id go unnoticed.
  public func dropIndexes() throws { try connection.run(script: CreatorIndexes.drop) }

  /// Builds them anew.
  public func buildIndexes() throws { try connection.run(script: CreatorIndexes.build) }

  /// Whether some creators were merged into others.
  public func hasMerged() throws -> Bool {
    try connection.first("SELECT 1 FROM creator WHERE merged_into IS NOT NULL LIMIT 1") { _ in true
    }
      ?? false
  }

  /// The ids of all creators: of pointers too. Each is given with its kind; ids that repeat the user id
  /// are given as such only.
  public func eachID(_ body: (CreatorKey, KnownID.Kind, CreatorRow.Text) -> Void) throws {
    try connection.with(
      """
      SELECT creator_no, iif(creator_id IS user_id, NULL, creator_id), user_id, red_id FROM creator
      """
    ) { statement in
      while let row = try statement.next() {
        let key = CreatorKey(number: row.int64(0))
        for kind in KnownID.Kind.allCases where !row.isNull(kind.column) {
          row.utf8(kind.column).withUnsafeBytes { body(key, kind, $0) }
        }
      }
    }
  }

  /// Whom a row of creators with this id stands for: itself, or the creator it was merged into; `nil` when
  /// it has another id.
  public func owner(_ row: CreatorKey, _ kind: KnownID.Kind, _ text: String) throws -> CreatorKey? {
    try connection.first(
      """
      SELECT ifnull(merged_into, creator_no) FROM creator
      WHERE creator_no = ?1 AND ?2 IS CASE ?3 WHEN 1 THEN creator_id WHEN 2 THEN user_id
        ELSE red_id END
      """, row.number, text, Int64(kind.column)
    ) { row in CreatorKey(number: row.int64(0)) }
  }
}
