internal import CSQLite

extension Connection {
  /// Runs `body` in one transaction that takes the write lock at once (`BEGIN IMMEDIATE`), so
  /// that it can't fail half way because somebody else writes.
  ///
  /// An error in `body` or in COMMIT (a deferred foreign key) rolls everything back, and is
  /// thrown as it was. A transaction inside another is refused with `ResultCode.misuse`.
  @discardableResult
  public func transaction<R>(_ body: () throws -> R) throws -> R {
    guard sqlite3_get_autocommit(handle) != 0 else {
      throw SQLiteError.misuse("a transaction inside a transaction")
    }
    try uninterrupted("BEGIN IMMEDIATE")
    return try finish(body)
  }

  /// Runs `body`, whose reads all see the same state of the file.
  ///
  /// Inside a transaction or another snapshot they do so anyway. Writing in a snapshot is refused
  /// with `ResultCode.misuse` at its end, and rolled back.
  @discardableResult
  public func snapshot<R>(_ body: () throws -> R) throws -> R {
    guard sqlite3_get_autocommit(handle) != 0 else { return try body() }
    try uninterrupted("BEGIN")
    return try finish {
      let result = try body()
      guard sqlite3_txn_state(handle, "main") != SQLITE_TXN_WRITE else {
        throw SQLiteError.misuse("a snapshot is for reading")
      }
      return result
    }
  }

  /// The body and the end of a transaction that has begun.
  private func finish<R>(_ body: () throws -> R) throws -> R {
    do {
      let result = try body()
      try uninterrupted("COMMIT")
      return result
    } catch {
      // Some errors (a full disk) have rolled back already. If ROLLBACK fails too, the first
      // error says more; the transaction stays open, and closing the file rolls it back.
      if sqlite3_get_autocommit(handle) == 0 { try? uninterrupted("ROLLBACK") }
      throw error
    }
  }

  /// SQLite asks the interrupt check once more when a statement has done its work; BEGIN and
  /// COMMIT would then report a failure that didn't happen.
  private func uninterrupted(_ sql: String) throws(SQLiteError) {
    progress.isHeld = true
    defer { progress.isHeld = false }
    try run(sql)
  }
}
