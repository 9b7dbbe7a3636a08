public import Domain
import SQLite

extension Book {
  /// Takes a change set back as a new one, all of it or nothing, inside a transaction of the caller.
  ///
  /// Rows that the set added go, rows that it took away come back, and columns that it overwrote get their
  /// values again; whatever else happened to the same creators since stays. Undoing an undoing brings
  /// the first set back.
  ///
  /// - Throws: ``ChangeObstacle`` when something builds on it; the transaction must be undone then.
  public func undo(_ set: ChangeSet, by actor: String, at moment: Moment) throws -> UndoneRows {
    let number = try changes.begin("undo \(set.number)", by: actor, at: moment)
    let undoing = ChangeUndo(connection: connection, set: set, number: number)
    try undoing.refuseObstacles()
    let rows = try undoing.runNamingClashes()
    try changes.finish(number, undoing: set)
    return rows
  }
}

/// Takes one change set back under the number of another.
struct ChangeUndo {
  let connection: Connection
  /// The set that is taken back.
  let set: ChangeSet
  /// The set that takes it back.
  let number: Int64

  /// The same as ``run()``; an id that somebody else has by now is an obstacle, not an error.
  func runNamingClashes() throws -> UndoneRows {
    do {
      return try run()
    } catch let problem as SQLiteError where problem.primaryCode == ResultCode.constraint {
      throw ChangeObstacle.changed(of: "an id")
    }
  }

  private func run() throws -> UndoneRows {
    var rows = UndoneRows()
    try keepCreators()
    try refuseChangedColumns()
    try removeRows(&rows)
    try refuseLeftovers()
    rows.creatorsRemoved = try removeCreators()
    rows.creatorsRestored = try bringCreators()
    rows.cardsRestored = try restoreColumns()
    try bringRows(&rows)
    return rows
  }

  /// Keeps every creator that the set added or overwrote, as it is now.
  private func keepCreators() throws {
    let creators = set.creators
    try connection.run(
      ChangeStore.keepCreators, number, creators.lowerBound, creators.upperBound, set.number)
  }

  /// A column that the set overwrote must be as the set left it.
  private func refuseChangedColumns() throws {
    let changed = try connection.first(
      """
      SELECT e.creator_no FROM change_before AS e, json_each(e.was) AS f, json_each(e.became) AS n
      LEFT JOIN change_before AS now ON now.change_no = ?2 AND now.kind = 'creator'
        AND now.creator_no = e.creator_no AND now.item = ''
      WHERE e.change_no = ?1 AND e.kind = 'creator' AND e.was IS NOT NULL
        AND e.became IS NOT NULL AND n.key = f.key AND n.value IS NOT f.value
        AND (now.was IS NULL OR now.was ->> ('$.' || f.key) IS NOT n.value)
      LIMIT 1
      """, set.number, number
    ) { row in row.int64(0) }
    if let changed { throw try obstacle(of: changed) }
  }

  /// Takes out the rows that the set added or brought back; of each the new set keeps a picture.
  private func removeRows(_ rows: inout UndoneRows) throws {
    let creators = set.creators
    for kind in ChangedRows.all {
      try connection.run(
        kind.keep, number, creators.lowerBound, creators.upperBound, set.number)
      rows.rowsRemoved += try connection.run(
        kind.remove, creators.lowerBound, creators.upperBound, set.number)
    }
    // What was taken away comes back and the other way round: the same pictures, turned over.
    try connection.run(
      """
      INSERT INTO change_before (change_no, kind, creator_no, item, was, became)
      SELECT ?1, kind, creator_no, item, became, was FROM change_before
      WHERE change_no = ?2 AND kind <> 'creator'
      ON CONFLICT (change_no, kind, creator_no, item) DO UPDATE SET became = excluded.became
      """, number, set.number)
    for kind in ChangedRows.all {
      let wanted = try count("became", of: kind.kind)
      guard wanted > 0 else { continue }
      let taken = try connection.run(kind.take, set.number)
      guard taken == wanted else { throw ChangeObstacle.changed(of: kind.kind) }
      rows.rowsRemoved += taken
    }
  }

  private func count(_ side: String, of kind: String) throws -> Int64 {
    try connection.first(
      """
      SELECT count(iif(?3 = 'was', was, became)) FROM change_before
      WHERE change_no = ?1 AND kind = ?2
      """, set.number, kind, side
    ) { row in row.int64(0) } ?? 0
  }

  private func removeCreators() throws -> Int64 {
    let creators = set.creators
    let added = try connection.run(
      "DELETE FROM creator WHERE creator_no BETWEEN ? AND ? AND change_no = ?",
      creators.lowerBound, creators.upperBound, set.number)
    return try added
      + connection.run(
        """
        DELETE FROM creator WHERE creator_no IN (SELECT creator_no FROM change_before
          WHERE change_no = ? AND kind = 'creator' AND was IS NULL)
        """, set.number)
  }

  /// Brings back the creators that an undoing took out.
  private func bringCreators() throws -> Int64 {
    // Two creators may have swapped an id: it is free before it is given again.
    try connection.run(
      """
      UPDATE creator SET user_id = NULL, red_id = NULL WHERE creator_no IN (
        SELECT creator_no FROM change_before WHERE change_no = ? AND kind = 'creator'
          AND (was ->> 'user_id' IS NOT became ->> 'user_id'
            OR was ->> 'red_id' IS NOT became ->> 'red_id'))
      """, set.number)
    try connection.run(
      """
      INSERT INTO change_before (change_no, kind, creator_no, item, became)
      SELECT ?1, kind, creator_no, item, was FROM change_before
      WHERE change_no = ?2 AND kind = 'creator' AND became IS NULL
      """, number, set.number)
    // The index of names was perhaps made while they were out.
    try connection.run(
      """
      INSERT OR IGNORE INTO search_changed SELECT creator_no FROM change_before
      WHERE change_no = ? AND kind = 'creator' AND became IS NULL
        AND creator_no <= (SELECT upto_no FROM search_state)
      """, set.number)
    return try connection.run(
      """
      INSERT INTO creator (creator_no, creator_id, nickname, user_id, red_id, profile_url, city,
        gender, agency, health_level, added_utc, blocked_day, blocked_reason, conflict_until_day,
        conflict_reason, merged_into, change_no)
      SELECT creator_no, was ->> 'creator_id', was ->> 'nickname', was ->> 'user_id',
        was ->> 'red_id', was ->> 'profile_url', was ->> 'city', was ->> 'gender',
        was ->> 'agency', was ->> 'health_level', was ->> 'added_utc', was ->> 'blocked_day',
        was ->> 'blocked_reason', was ->> 'conflict_until_day', was ->> 'conflict_reason',
        was ->> 'merged_into', was ->> 'change_no'
      FROM change_before WHERE change_no = ? AND kind = 'creator' AND became IS NULL
      ORDER BY creator_no
      """, set.number)
  }

  /// Gives the columns that the set overwrote their values again, and no others: both pictures of the
  /// set and the creator as it is now (kept under the new set) go into each.
  private func restoreColumns() throws -> Int64 {
    try connection.run(
      """
      UPDATE creator SET
        creator_id = iif(o.was ->> 'creator_id' IS o.became ->> 'creator_id', creator_id,
          o.was ->> 'creator_id'),
        nickname = iif(o.was ->> 'nickname' IS o.became ->> 'nickname', nickname,
          o.was ->> 'nickname'),
        user_id = iif(o.was ->> 'user_id' IS o.became ->> 'user_id', now ->> 'user_id',
          o.was ->> 'user_id'),
        red_id = iif(o.was ->> 'red_id' IS o.became ->> 'red_id', now ->> 'red_id',
          o.was ->> 'red_id'),
        profile_url = iif(o.was ->> 'profile_url' IS o.became ->> 'profile_url', profile_url,
          o.was ->> 'profile_url'),
        city = iif(o.was ->> 'city' IS o.became ->> 'city', city, o.was ->> 'city'),
        gender = iif(o.was ->> 'gender' IS o.became ->> 'gender', gender, o.was ->> 'gender'),
        agency = iif(o.was ->> 'agency' IS o.became ->> 'agency', agency, o.was ->> 'agency'),
        health_level = iif(o.was ->> 'health_level' IS o.became ->> 'health_level',
          health_level, o.was ->> 'health_level'),
        blocked_day = iif(o.was ->> 'blocked_day' IS o.became ->> 'blocked_day', blocked_day,
          o.was ->> 'blocked_day'),
        blocked_reason = iif(o.was ->> 'blocked_reason' IS o.became ->> 'blocked_reason',
          blocked_reason, o.was ->> 'blocked_reason'),
        conflict_until_day = iif(
          o.was ->> 'conflict_until_day' IS o.became ->> 'conflict_until_day',
          conflict_until_day, o.was ->> 'conflict_until_day'),
        conflict_reason = iif(o.was ->> 'conflict_reason' IS o.became ->> 'conflict_reason',
          conflict_reason, o.was ->> 'conflict_reason'),
        merged_into = iif(o.was ->> 'merged_into' IS o.became ->> 'merged_into', merged_into,
          o.was ->> 'merged_into')
      FROM (SELECT e.creator_no AS place, e.was, e.became, n.was AS now
        FROM change_before AS e JOIN change_before AS n USING (kind, creator_no, item)
        WHERE e.change_no = ?1 AND e.kind = 'creator' AND e.was IS NOT NULL
          AND e.became IS NOT NULL AND n.change_no = ?2) AS o
      WHERE creator_no = o.place
      """, set.number, number)
  }

  private func bringRows(_ rows: inout UndoneRows) throws {
    for kind in ChangedRows.all {
      let wanted = try count("was", of: kind.kind)
      guard wanted > 0 else { continue }
      let brought = try connection.run(kind.bring, set.number)
      guard brought == wanted else { throw ChangeObstacle.changed(of: kind.kind) }
      rows.rowsRestored += brought
    }
  }
}
