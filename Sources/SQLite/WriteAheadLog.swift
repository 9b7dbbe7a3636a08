internal import CSQLite

extension Connection {
  /// Turns on the write-ahead log, where readers and the writer don't wait for each other, with a
  /// sync at every commit (`synchronous = FULL`): what was committed survives a power cut.
  ///
  /// - Returns: `false` if the file can't have one and keeps its rollback journal, which is as
  ///   safe: an in-memory database, or a disk without shared memory, such as many network disks.
  @discardableResult
  public func useWriteAheadLog() throws(SQLiteError) -> Bool {
    try run(script: "PRAGMA synchronous = FULL")
    var statement = Statement(try checkOut("PRAGMA journal_mode = WAL"))
    defer { checkIn(statement.prepared) }
    guard let row = try statement.next() else { return false }
    let mode = try row.text(0)
    try statement.finish()
    return mode == "wal"
  }
  /// Copies the write-ahead log into the file, and says whether all of it is there now.
  ///
  /// Closing the last connection does the same, but has no way to say that the disk was full.
  ///
  /// - Returns: `false` while another connection reads an older state, or writes.
  public func emptyWriteAheadLog() throws(SQLiteError) -> Bool {
    var statement = Statement(try checkOut("PRAGMA wal_checkpoint(PASSIVE)"))
    defer { checkIn(statement.prepared) }
    guard let row = try statement.next() else { return false }
    let (isBusy, pages, copied) = (row.int64(0), row.int64(1), row.int64(2))
    try statement.finish()
    return isBusy == 0 && pages == copied
  }
}
