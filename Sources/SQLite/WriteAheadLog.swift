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
}
