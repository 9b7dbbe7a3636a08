internal import CSQLite

extension Connection {
  /// Copies the whole database, as it is committed now, into the file at `path`.
  ///
  /// A database that is there already is replaced; if the copy fails, it stays as it was. Other
  /// connections may read and write the source meanwhile. Not possible inside a transaction that
  /// has written (`ResultCode.busy`).
  public func backUp(to path: String) throws(SQLiteError) {
    let target = try Connection.open(path, .create)
    defer { sqlite3_close_v2(target) }
    let code = sqlite3_busy_timeout(target, busyTimeoutMilliseconds)
    guard code == SQLITE_OK else { throw SQLiteError(code, on: target) }
    guard let backup = sqlite3_backup_init(target, "main", handle, "main") else {
      throw SQLiteError(sqlite3_extended_errcode(target), on: target)
    }
    // All pages at once: the copy holds one state, and nobody can start it over.
    let step = sqlite3_backup_step(backup, -1)
    let end = sqlite3_backup_finish(backup)
    guard step == SQLITE_DONE else { throw SQLiteError(step, on: target) }
    guard end == SQLITE_OK else { throw SQLiteError(end, on: target) }
  }
}
