public import Domain
import SQLite

extension Book {
  /// Makes a new fictional book in the place of an older one; any other file there is refused.
  ///
  /// The new book takes the old one's name in one step: whoever looks finds one or the other.
  ///
  /// - Throws: ``Failure`` of kind `cannotCreate` when a file is there that is no fictional book, and of
  ///   kind `busy` when another program has it open.
  public static func replaceDemo(
    at path: String, id: [UInt8], now: Moment, fill: (Book) throws -> Void
  ) throws {
    guard FileStatus.exists(path) else {
      return try create(at: path, id: id, isDemo: true, now: now, fill: fill)
    }
    try requireDemo(at: path)
    let header = Header(id: id, isDemo: true, created: now)
    try build(for: path, header, migrations: Migration.known, fill: fill) { draft in
      try requireDemo(at: path)
      guard FileStatus.replace(path, by: draft) else {
        throw Failure(.cannotCreate, "\(path) can't be replaced", next: "check its permissions")
      }
    }
  }

  private static func requireDemo(at path: String) throws {
    do {
      let connection = try Connection(path: path, access: .readWrite)
      guard
        try connection.first("PRAGMA application_id", as: { row in row.int64(0) })
          == Migrator.applicationID,
        try connection.first("SELECT is_demo FROM book", as: { row in row.int64(0) }) == 1
      else { throw noDemo(path) }
    } catch let error as SQLiteError where error.primaryCode == ResultCode.notADatabase {
      throw noDemo(path)
    }
    // SQLite takes the log away when the last program closes the book. A log that stays belongs to
    // somebody, and must never lie beside a file that it was not written for.
    guard !FileStatus.exists("\(path)-wal") else {
      throw Failure(.busy, "another program has \(path) open", next: "try again when it is closed")
    }
  }

  private static func noDemo(_ path: String) -> Failure {
    Failure(
      .cannotCreate, "\(path) is no fictional book and was not touched",
      next: "choose another name: kolbook demo NEW.db")
  }
}
