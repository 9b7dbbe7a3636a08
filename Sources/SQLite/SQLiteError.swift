internal import CSQLite

/// What SQLite said when a call failed: its code, its sentence and the statement.
///
/// A bound value never appears here: values are fees and phone numbers, and errors end up in
/// terminals and bug reports. SQLite quotes values in some run-time messages (a search expression
/// that FTS5 can't read, a JSON path), so a statement with parameters keeps SQLite's own sentence
/// only for constraint failures, which name columns; otherwise it is the code's general sentence.
public struct SQLiteError: Error, Equatable, CustomStringConvertible {
  /// The extended result code, such as 2067 (`SQLITE_CONSTRAINT_UNIQUE`).
  public let code: Int32
  /// The sentence, in English, without bound values.
  public let message: String
  /// The statement as it was written, or `nil` where no statement was involved.
  public let sql: String?

  /// An error that this module found itself, under the SQLite code that fits best.
  ///
  /// - Parameters:
  ///   - code: a result code of SQLite's, extended or primary.
  ///   - message: one sentence that repeats no bound value.
  ///   - sql: the statement as it was written.
  public init(code: Int32, message: String, sql: String? = nil) {
    self.code = code
    self.message = message
    self.sql = sql
  }

  /// The low byte of `code`, such as 19 (`SQLITE_CONSTRAINT`); compare it with `ResultCode`.
  public var primaryCode: Int32 { code & 0xff }

  /// `UNIQUE constraint failed: t.a (SQLite 2067) in: INSERT INTO t VALUES (?)`
  public var description: String {
    guard let sql else { return "\(message) (SQLite \(code))" }
    return "\(message) (SQLite \(code)) in: \(sql)"
  }
}

extension SQLiteError {
  /// The error that `code` stands for, with the connection's own sentence if it is about `code`.
  init(_ code: Int32, on connection: OpaquePointer?, sql: String? = nil) {
    let isLatest = connection != nil && sqlite3_extended_errcode(connection) == code
    let text = isLatest ? sqlite3_errmsg(connection) : sqlite3_errstr(code)
    self.init(code: code, message: text.map { String(cString: $0) } ?? "unknown error", sql: sql)
  }

  /// The error of a prepared statement's call: its own SQL, and no bound value in the sentence.
  @usableFromInline @inline(never)
  init(_ code: Int32, of statement: OpaquePointer) {
    let sql = sqlite3_sql(statement).map { String(cString: $0) }
    let namesOnlyColumns = code & 0xff == SQLITE_CONSTRAINT
    let hasValues = sqlite3_bind_parameter_count(statement) > 0
    let connection = namesOnlyColumns || !hasValues ? sqlite3_db_handle(statement) : nil
    self.init(code, on: connection, sql: sql)
  }
}
