// SQLite, in its own words and nothing more.
//
// One file here is one concept of the C interface (https://sqlite.org/cintro.html):
//
//   Connection      sqlite3_open_v2 … sqlite3_close_v2, and the settings every file gets
//   Prepared        sqlite3_prepare_v3, sqlite3_finalize
//   StatementCache  compiled statements stay for their next use
//   Statement       sqlite3_step, sqlite3_reset
//   Bindings        sqlite3_bind_…: parameters count from 1
//   Bindable        what can be bound
//   Row             sqlite3_column_…: columns count from 0
//   Queries         run, with, first, all: the ways to use a statement
//   LentTable       sqlite3_create_module: rows in memory as a table to read
//   LentRows        those rows
//   Transaction     BEGIN IMMEDIATE … COMMIT, and snapshots for reading
//   WriteAheadLog   PRAGMA journal_mode = WAL
//   Backup          sqlite3_backup_…
//   Interrupt       sqlite3_progress_handler
//   SQLiteError     every code that isn't OK, ROW or DONE is thrown
//   ResultCode      the codes by name
//
// The usual way:
//
//   let book = try Connection(path: "kolbook.db", access: .readWrite)
//   try book.run("UPDATE creator SET city = ? WHERE id = ?", "上海", "5f1e…")
//   let names = try book.all("SELECT name FROM creator ORDER BY name") { row in
//     try row.text(0)
//   }
//
// The fast way, for many rows: one statement, values bound by hand, no allocation per row.
//
//   try book.with("INSERT INTO creator (id, followers) VALUES (?, ?)") { statement in
//     for creator in creators {
//       try statement.bind(1, creator.id)
//       try statement.bind(2, creator.followers)
//       _ = try statement.step()
//       statement.reset()
//     }
//   }
//
//   try book.with("SELECT id, followers FROM creator") { statement in
//     while let row = try statement.next() { read(row.utf8(0), row.int64(1)) }
//   }

internal import CSQLite

/// One open database file, for one thread.
///
/// Every connection enforces foreign keys, refuses double-quoted strings, extensions and
/// anything the schema could use to harm us (`trusted_schema` off, `defensive` on), and waits
/// `busyTimeoutMilliseconds` for a lock before it reports `ResultCode.busy`.
///
/// `trusted_schema` off has one surprise: before SQLite 3.44, triggers and views can't use an
/// FTS5 table ("unsafe use of virtual table"); plain statements can.
public final class Connection {
  /// What may be done with the file.
  public enum Access: Sendable {
    /// The file must exist; nothing is written.
    case readOnly
    /// The file must exist, and must be writable.
    case readWrite
    /// The file is made if it doesn't exist.
    case create
  }

  /// The file, as it was opened.
  public let path: String
  let handle: OpaquePointer
  let busyTimeoutMilliseconds: Int32
  var cache = StatementCache()
  let progress = Progress()
  let lent = LentTable()

  /// Opens the file and reads its schema, so that what is no database is refused here.
  ///
  /// - Parameters:
  ///   - path: a file, or `:memory:`; never a URI.
  ///   - access: what may be done with it.
  ///   - busyTimeoutMilliseconds: how long to wait for another connection's lock.
  /// - Throws: `ResultCode.cannotOpen`, `.notADatabase`, `.busy`, or `.readOnly` when a file that
  ///   was to be written is write-protected.
  public init(
    path: String, access: Access, busyTimeoutMilliseconds: Int32 = 5_000
  ) throws(SQLiteError) {
    self.path = path
    handle = try Connection.open(path, access)
    self.busyTimeoutMilliseconds = busyTimeoutMilliseconds
    // What throws from here on still runs deinit, and so closes the file.
    try configure()
    if access != .readOnly && sqlite3_db_readonly(handle, "main") == 1 {
      throw SQLiteError(code: SQLITE_READONLY, message: "the file is write-protected")
    }
  }

  deinit {
    // Statements first; then nothing is left that could keep the file open as a "zombie".
    // An open transaction is rolled back.
    cache = StatementCache()
    let code = sqlite3_close_v2(handle)
    assert(code == SQLITE_OK, "sqlite3_close_v2: \(code)")
  }

  /// Keeps fewer pages than usual, for what is read from end to end: each page is read once, and few stay
  /// near the processor.
  public func keepFewPages() throws(SQLiteError) {
    try run(script: "PRAGMA cache_size = -2048")
  }

  /// The row id that the last INSERT on this connection made.
  public var lastInsertedRowID: Int64 { sqlite3_last_insert_rowid(handle) }

  /// Runs SQL that doesn't leave this module, and throws any code but OK.
  private func check(_ code: Int32) throws(SQLiteError) {
    if code != SQLITE_OK { throw SQLiteError(code, on: handle) }
  }
}

extension Connection {
  /// Memory statistics off, once, before SQLite starts: nobody reads them, and their lock made
  /// concurrent reads 1.3 to 1.6 times slower. MISUSE says that SQLite was started by somebody
  /// else (the system, on macOS): then they stay on, which harms nothing.
  private static let memoryStatistics = kb_config_memstatus(0)

  static func open(_ path: String, _ access: Access) throws(SQLiteError) -> OpaquePointer {
    guard [SQLITE_OK, SQLITE_MISUSE].contains(memoryStatistics) else {
      throw SQLiteError(memoryStatistics, on: nil)
    }
    // SQLite would open a temporary database for "", and the file "a" for "a\0b".
    guard !path.isEmpty, !path.utf8.contains(0) else {
      throw SQLiteError(code: SQLITE_CANTOPEN, message: "the path is empty or holds NUL")
    }
    let mode =
      switch access {
      case .readOnly: SQLITE_OPEN_READONLY
      case .readWrite: SQLITE_OPEN_READWRITE
      case .create: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
      }
    // Debian's SQLite reads "file:…" as a URI that may carry options; to us it is a file's name.
    let name = path.utf8.starts(with: "file:".utf8) ? "./" + path : path
    var opened: OpaquePointer?
    let code = sqlite3_open_v2(
      name, &opened, mode | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
    guard code == SQLITE_OK, let opened else {
      defer { sqlite3_close_v2(opened) }
      throw SQLiteError(code == SQLITE_OK ? SQLITE_NOMEM : code, on: opened)
    }
    return opened
  }

  /// The settings of every connection. The busy timeout comes first: a pragma may meet a lock.
  private func configure() throws(SQLiteError) {
    try check(sqlite3_busy_timeout(handle, busyTimeoutMilliseconds))
    let switches: [(Int32, Int32)] = [
      (SQLITE_DBCONFIG_ENABLE_FKEY, 1),
      (SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0),
      (SQLITE_DBCONFIG_DQS_DML, 0),
      (SQLITE_DBCONFIG_DQS_DDL, 0),
      (SQLITE_DBCONFIG_DEFENSIVE, 1),
      (SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0),
    ]
    for (name, value) in switches { try check(kb_db_config(handle, name, value)) }
    // Memory maps hurt beside a live writer; 16 MiB of cache; deleted content is overwritten
    // where that costs no extra write.
    try run(script: "PRAGMA mmap_size = 0; PRAGMA cache_size = -16384; PRAGMA secure_delete = FAST")
  }
}
