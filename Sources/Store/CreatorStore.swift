public import Domain
import SQLite

/// Who the creators are: the rows of `creator` and what is filed under them without a date.
///
/// Whoever is looked up by an id of a creator that was merged into another is found as that other one.
public struct CreatorStore {
  let connection: Connection
  let change: Int64?

  /// How many creators the book holds.
  public func count() throws -> Int64 {
    try connection.first(
      """
      SELECT (SELECT count(*) FROM creator)
        - (SELECT count(*) FROM creator WHERE merged_into IS NOT NULL)
      """
    ) { row in row.int64(0) } ?? 0
  }

  /// The creator with this key in the book, if there is one.
  public func key(id: CreatorID) throws -> CreatorKey? {
    try connection.first(
      "SELECT ifnull(merged_into, creator_no) FROM creator WHERE creator_id = ?", id.text
    ) { row in
      CreatorKey(number: row.int64(0))
    }
  }

  /// The key of the creator with this id, and whom it is kept under, if it was merged into another.
  public func kept(
    id: CreatorID
  ) throws -> (key: CreatorKey, id: CreatorID, nickname: String)? {
    try connection.first(
      """
      SELECT k.creator_no, k.creator_id, k.nickname FROM creator AS c
      JOIN creator AS k ON k.creator_no = ifnull(c.merged_into, c.creator_no)
      WHERE c.creator_id = ?
      """, id.text
    ) { row in
      (CreatorKey(number: row.int64(0)), CreatorID(try row.text(1)), try row.text(2))
    }
  }

  /// The creator with this 24-digit Xiaohongshu user id, if there is one.
  public func key(userID: String) throws -> CreatorKey? {
    try connection.first(
      "SELECT ifnull(merged_into, creator_no) FROM creator WHERE user_id = ?", userID
    ) { row in
      CreatorKey(number: row.int64(0))
    }
  }

  /// The creator with this 小红书号, if there is one.
  public func key(redID: String) throws -> CreatorKey? {
    try connection.first(
      "SELECT ifnull(merged_into, creator_no) FROM creator WHERE red_id = ?", redID
    ) { row in
      CreatorKey(number: row.int64(0))
    }
  }

  /// The creators with this key, user id, 小红书号 or whole nickname, by id; if there are none, those whose
  /// 小红书号 differs in case, or whose nickname in width or in its spaces.
  public func keys(named name: String) throws -> [CreatorKey] {
    let exact = try keys(spelled: name, redIDs: [name, name], nicknames: [name, name])
    guard exact.isEmpty else { return exact }
    let narrow = Key.widthFolded(Key.squeezed(name))
    return try keys(
      spelled: narrow, redIDs: [narrow.lowercased(), narrow.uppercased()],
      nicknames: [Key.squeezed(name), Key.widened(narrow)])
  }

  /// Each spelling is looked up in an index.
  private func keys(spelled name: String, redIDs: [String], nicknames: [String]) throws
    -> [CreatorKey]
  {
    try connection.all(
      """
      SELECT creator_no FROM creator WHERE creator_no IN (
        SELECT ifnull(merged_into, creator_no) FROM creator
        WHERE creator_id = ?1 OR user_id = ?1 OR red_id IN (?1, ?2, ?3)
          OR nickname IN (?1, ?4, ?5))
      ORDER BY creator_id
      """, name, redIDs[0], redIDs[1], nicknames[0], nicknames[1]
    ) { row in CreatorKey(number: row.int64(0)) }
  }

  /// What a creator is called.
  public func name(_ key: CreatorKey) throws -> (id: CreatorID, nickname: String) {
    let name = try connection.first(
      "SELECT creator_id, nickname FROM creator WHERE creator_no = ?", key.number
    ) { row in (CreatorID(try row.text(0)), try row.text(1)) }
    guard let name else { throw Failure(.failed, "creator \(key.number) is gone from the book") }
    return name
  }

  /// The place of the one that came into the book last; 0 without one.
  public func newest() throws -> Int64 {
    try connection.first("SELECT max(creator_no) FROM creator") { row in row.int64(0) } ?? 0
  }

  /// Goes through what all creators are called, in the order they came into the book.
  public func names(_ each: (CreatorKey, CreatorID, String) throws -> Void) throws {
    try connection.with(
      "SELECT creator_no, creator_id, nickname FROM creator ORDER BY creator_no"
    ) { statement in
      while let row = try statement.next() {
        try each(
          CreatorKey(number: row.int64(0)), CreatorID(try row.text(1)), try row.text(2))
      }
    }
  }

  /// Adds a creator and gives its key.
  public func add(_ creator: Creator, at moment: Moment) throws -> CreatorKey {
    try connection.run(
      """
      INSERT INTO creator (creator_id, nickname, user_id, red_id, profile_url, city, gender, agency,
        health_level, added_utc, change_no) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      creator.id.text, creator.nickname, creator.userID, creator.redID, creator.profileURL,
      creator.city, creator.gender, creator.agency, creator.healthLevel, moment.utcSeconds, change)
    return CreatorKey(number: connection.lastInsertedRowID)
  }

  /// Replaces what is known of who a creator is; its id stays.
  public func update(_ key: CreatorKey, to creator: Creator) throws {
    try ChangeStore(connection: connection).keepCreator(key, in: change)
    try takeIDs(of: creator, from: key)
    try connection.run(
      """
      UPDATE creator SET nickname = ?, user_id = ?, red_id = ?, profile_url = ?, city = ?,
        gender = ?, agency = ?, health_level = ? WHERE creator_no = ?
      """,
      creator.nickname, creator.userID, creator.redID, creator.profileURL, creator.city,
      creator.gender, creator.agency, creator.healthLevel, key.number)
  }

  /// Who a creator is.
  public func creator(_ key: CreatorKey) throws -> Creator {
    let creator = try connection.first(
      """
      SELECT creator_id, nickname, user_id, red_id, profile_url, city, gender, agency, health_level
      FROM creator WHERE creator_no = ?
      """, key.number
    ) { row in
      Creator(
        id: CreatorID(try row.text(0)), nickname: try row.text(1), userID: try row.textOrNil(2),
        redID: try row.textOrNil(3), profileURL: try row.textOrNil(4), city: try row.textOrNil(5),
        gender: try row.textOrNil(6), agency: try row.textOrNil(7),
        healthLevel: try row.textOrNil(8))
    }
    guard let creator else { throw Failure(.failed, "creator \(key.number) is gone from the book") }
    return creator
  }

  /// The next free key for a creator without any id of its own: `kb1`, `kb2`, …
  public func nextOwnID() throws -> CreatorID {
    let last = try connection.first("SELECT coalesce(max(creator_no), 0) FROM creator") { row in
      row.int64(0)
    }
    var number = (last ?? 0) + 1
    while try key(id: CreatorID("kb\(number)")) != nil { number += 1 }
    return CreatorID("kb\(number)")
  }
}
