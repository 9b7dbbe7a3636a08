public import Domain
import SQLite

/// What keeps creators out of shortlists.
public struct ExclusionStore {
  let connection: Connection
  let change: Int64?

  /// Keeps a creator out; a newer reason of the same kind takes the place of the old one.
  public func add(_ exclusion: Exclusion, to key: CreatorKey) throws {
    try ChangeStore(connection: connection).keepCreator(key, in: change)
    switch exclusion {
    case .blocked(let day, let reason):
      try connection.run(
        "UPDATE creator SET blocked_day = ?, blocked_reason = ? WHERE creator_no = ?",
        Int64(day.number), reason, key.number)
    case .conflict(let until, let reason):
      try connection.run(
        "UPDATE creator SET conflict_until_day = ?, conflict_reason = ? WHERE creator_no = ?",
        Int64(until.number), reason, key.number)
    }
  }

  /// Lets a blocked creator in again.
  public func removeBlock(of key: CreatorKey) throws {
    try ChangeStore(connection: connection).keepCreator(key, in: change)
    try connection.run(
      "UPDATE creator SET blocked_day = NULL, blocked_reason = NULL WHERE creator_no = ?",
      key.number)
  }

  /// Ends a conflict window.
  public func removeConflict(of key: CreatorKey) throws {
    try ChangeStore(connection: connection).keepCreator(key, in: change)
    try connection.run(
      "UPDATE creator SET conflict_until_day = NULL, conflict_reason = NULL WHERE creator_no = ?",
      key.number)
  }

  /// What is on a creator, ended windows included: the block first.
  public func exclusions(of key: CreatorKey) throws -> [Exclusion] {
    let found = try connection.first(
      """
      SELECT blocked_day, blocked_reason, conflict_until_day, conflict_reason
      FROM creator WHERE creator_no = ?
      """, key.number
    ) { row in try Self.exclusions(in: row, from: 0) }
    return found ?? []
  }

  /// The exclusions in four columns of a row: blocked day and reason, conflict day and reason.
  static func exclusions(in row: borrowing Row, from column: Int32) throws -> [Exclusion] {
    var exclusions: [Exclusion] = []
    if let day = row.int64OrNil(column), let reason = try row.textOrNil(column + 1) {
      exclusions.append(.blocked(since: Day(number: Int32(day)), reason: reason))
    }
    if let day = row.int64OrNil(column + 2), let reason = try row.textOrNil(column + 3) {
      exclusions.append(.conflict(until: Day(number: Int32(day)), reason: reason))
    }
    return exclusions
  }
}
