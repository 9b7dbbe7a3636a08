import Domain
import SQLite

/// Brings a book to the schema of this program, step by step.
struct Migrator {
  /// `kolb` in ASCII: marks a file as a book.
  static let applicationID: Int64 = 0x6B6F_6C62

  let connection: Connection
  let path: String
  let migrations: [Migration]

  /// Checks that the file is a book this program can use, and upgrades an older one after a backup.
  ///
  /// - Throws: ``Failure`` of kind `foreign` for a file that is no book, or a newer or altered one.
  func prepare() throws {
    // One look at the file: four reads that each lock it would be felt at every start.
    let version = try connection.snapshot {
      let version = try checkedVersion()
      try checkHistory(upTo: version)
      return version
    }
    guard version < migrations.count else { return }
    try backUp(from: version)
    try migrate(from: version)
  }

  /// Runs every step after `version`, each in a transaction of its own with its number.
  func migrate(from version: Int64) throws {
    for step in migrations where step.version > version {
      try connection.transaction {
        try connection.run(script: step.text)
        if step.beginsChain { try JournalSealer(connection: connection).sealAll() }
        try connection.run(
          "INSERT INTO migration (version, name, sql) VALUES (?, ?, ?)",
          step.version, step.name, step.text)
        try connection.run(script: "PRAGMA user_version = \(step.version)")
        try connection.run(script: "PRAGMA application_id = \(Self.applicationID)")
        let broken = try connection.first("PRAGMA foreign_key_check") { row in try row.text(0) }
        if let broken {
          throw Failure(
            .failed, "migration \(step.name) leaves rows of \(broken) without their parents")
        }
      }
    }
  }

  private func checkedVersion() throws -> Int64 {
    let application = try pragma("PRAGMA application_id")
    let version = try pragma("PRAGMA user_version")
    guard application == Self.applicationID else {
      throw BookFile.notABook(path)
    }
    guard version <= migrations.count else {
      throw Failure(
        .foreign,
        "\(path) was written by a newer kolbook (schema \(version), "
          + "this one knows \(migrations.count))",
        next: "install the newer kolbook; nothing was changed")
    }
    return version
  }

  private func checkHistory(upTo version: Int64) throws {
    var ran: Int64 = 0
    try connection.with("SELECT version, sql FROM migration ORDER BY version") { statement in
      while let row = try statement.next() {
        ran += 1
        let step = migrations.first { $0.version == ran }
        guard row.int64(0) == ran, let step, step.isSame(as: row.utf8(1)) else {
          throw altered(step?.name ?? "step \(ran)")
        }
      }
    }
    guard ran == version else { throw altered("the list of migrations") }
  }

  private func altered(_ what: String) -> Failure {
    Failure(
      .foreign, "\(path) was made with another text of \(what) than this kolbook knows",
      next: "use the kolbook that made it; nothing was changed")
  }

  private func backUp(from version: Int64) throws {
    let copy = "\(path).before-schema-\(version + 1)"
    guard !FileStatus.exists(copy) else {
      throw Failure(
        .cannotCreate, "the backup \(copy) is already there, so the book was not upgraded",
        next: "move it away and try again")
    }
    try connection.backUp(to: copy)
    let check = try Connection(path: copy, access: .readWrite)
    let verdict = try check.first("PRAGMA integrity_check") { row in try row.text(0) }
    let kept = try check.first("PRAGMA user_version") { row in row.int64(0) }
    guard verdict == "ok", kept == version else {
      throw Failure(
        .inputOutput, "the backup \(copy) does not read back well; nothing was upgraded")
    }
  }

  private func pragma(_ sql: String) throws -> Int64 {
    try connection.first(sql) { row in row.int64(0) } ?? 0
  }
}
