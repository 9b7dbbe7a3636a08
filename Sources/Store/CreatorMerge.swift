public import Domain
import SQLite

extension CreatorStore {
  /// Gives everything that is filed under one creator to another, and leaves a pointer: its ids keep finding
  /// the one that is kept. Orders keep the name that the journal has.
  ///
  /// Where both have rows of one day, those of the kept creator stay the newer ones.
  ///
  /// - Parameters:
  ///   - gone: who turned out to be the other one; has no user id that isn't `creator`'s.
  ///   - keep: who is kept.
  ///   - creator: who that is now; its ids may be those of the other one.
  /// - Precondition: a change set is open.
  public func merge(_ gone: CreatorKey, into keep: CreatorKey, as creator: Creator) throws {
    precondition(change != nil, "creators are merged outside of a change set")
    let changes = ChangeStore(connection: connection)
    for key in [gone] + (try pointers(to: gone)) { try changes.keepCreator(key, in: change) }
    for kind in ChangedRows.all {
      try connection.run(kind.keep, change, gone.number, gone.number, Int64?.none)
      try connection.run(kind.move, change, keep.number, gone.number)
      try connection.run(kind.remove, gone.number, gone.number, Int64?.none)
    }
    try connection.run(
      "UPDATE creator SET merged_into = ?1 WHERE creator_no = ?2 OR merged_into = ?2",
      keep.number, gone.number)
    try update(keep, to: creator)
  }

  /// The creators that were merged into one, by number.
  func pointers(to key: CreatorKey) throws -> [CreatorKey] {
    try connection.all(
      "SELECT creator_no FROM creator WHERE merged_into = ? ORDER BY creator_no", key.number
    ) { row in CreatorKey(number: row.int64(0)) }
  }

  /// The ids under which creators who were merged into one are found, by number.
  public func formerIDs(of key: CreatorKey) throws -> [CreatorID] {
    try connection.all(
      "SELECT creator_id FROM creator WHERE merged_into = ? ORDER BY creator_no", key.number
    ) { row in CreatorID(try row.text(0)) }
  }

  /// Frees the ids of a card that a pointer to it has; the pointer gets the card's own 小红书号 in exchange,
  /// so that both keep finding it.
  func takeIDs(of creator: Creator, from pointersTo: CreatorKey) throws {
    let owner = try connection.first(
      """
      SELECT creator_no FROM creator
      WHERE merged_into = ?1 AND (red_id = ?2 OR user_id = ?3)
      """, pointersTo.number, creator.redID, creator.userID
    ) { row in CreatorKey(number: row.int64(0)) }
    guard let owner else { return }
    try ChangeStore(connection: connection).keepCreator(owner, in: change)
    let known = try self.creator(pointersTo).redID
    try connection.run(
      "UPDATE creator SET red_id = NULL WHERE creator_no = ?", pointersTo.number)
    try connection.run(
      """
      UPDATE creator SET user_id = iif(user_id IS ?3, NULL, user_id),
        red_id = iif(red_id IS ?2, ?4, red_id) WHERE creator_no = ?1
      """, owner.number, creator.redID, creator.userID, known)
  }
}
