internal import CSQLite

/// A compiled statement that stays for the connection's next use of the same SQL.
///
/// It owns the C handle and the arena: the memory that bound text and blobs lie in while the
/// statement runs. Copying there and binding SQLITE_STATIC saves SQLite an allocation per value.
@usableFromInline
final class Prepared {
  /// The text it was compiled from.
  let sql: String
  @usableFromInline let handle: OpaquePointer
  @usableFromInline let arena: UnsafeMutableRawPointer
  /// True between `check out` and `check in`: a nested use of the same SQL needs another one.
  var isInUse = false
  /// True if a loan ended well and has left nothing to clear.
  @usableFromInline var isClear = false

  /// Bytes in an arena. A value that no longer fits is copied by SQLite instead.
  @usableFromInline static let arenaSize = 4_096

  private init(_ handle: OpaquePointer, of sql: String) {
    self.sql = sql
    self.handle = handle
    arena = UnsafeMutableRawPointer.allocate(byteCount: Prepared.arenaSize, alignment: 1)
  }

  deinit {
    // The code repeats the last step's error, which that step has thrown.
    sqlite3_finalize(handle)
    arena.deallocate()
  }

  /// Forgets the run and the bound values, so that nothing points into the arena.
  func clear() {
    sqlite3_reset(handle)
    sqlite3_clear_bindings(handle)
  }
}

extension Prepared {
  /// Compiles exactly one statement.
  ///
  /// `sqlite3_prepare` silently ignores what follows the first statement; here that is an error,
  /// and so is SQL that holds no statement at all. Comments and white space may follow.
  convenience init(_ sql: String, on connection: OpaquePointer) throws(SQLiteError) {
    var rest = sql
    let outcome = rest.withUTF8 { text in Prepared.compileOne(text, on: connection) }
    switch outcome {
    case .compiled(let handle): self.init(handle, of: sql)
    case .failed(let code): throw SQLiteError(code, on: connection, sql: sql)
    case .empty: throw .misuse("the SQL holds no statement", sql: sql)
    case .trailing: throw .misuse("text follows the first statement", sql: sql)
    }
  }

  private enum Outcome {
    case compiled(OpaquePointer)
    case failed(Int32)
    case empty
    case trailing
  }

  private static func compileOne(
    _ sql: UnsafeBufferPointer<UInt8>, on connection: OpaquePointer
  ) -> Outcome {
    let first = CompiledText(sql, on: connection, flags: UInt32(SQLITE_PREPARE_PERSISTENT))
    guard first.code == SQLITE_OK else { return .failed(first.code) }
    guard let handle = first.handle else { return .empty }
    guard isBlank(first.rest, on: connection) else {
      sqlite3_finalize(handle)
      return .trailing
    }
    return .compiled(handle)
  }

  /// True if SQLite's own parser finds nothing but comments and white space.
  private static func isBlank(
    _ sql: UnsafeBufferPointer<UInt8>, on connection: OpaquePointer
  ) -> Bool {
    if sql.isEmpty { return true }
    let next = CompiledText(sql, on: connection, flags: 0)
    sqlite3_finalize(next.handle)
    return next.code == SQLITE_OK && next.handle == nil && next.rest.isEmpty
  }
}

/// One call of `sqlite3_prepare_v3`: what it made of the front of a text, and what it left.
struct CompiledText {
  let code: Int32
  /// `nil` on an error, and when the text starts with nothing but comments and white space.
  let handle: OpaquePointer?
  let rest: UnsafeBufferPointer<UInt8>

  init(_ sql: UnsafeBufferPointer<UInt8>, on connection: OpaquePointer, flags: UInt32) {
    guard let start = sql.baseAddress, sql.count <= Int32.max else {
      (code, handle, rest) = (sql.isEmpty ? SQLITE_OK : SQLITE_TOOBIG, nil, sql)
      return
    }
    var made: OpaquePointer?
    var tail: UnsafePointer<CChar>?
    code = start.withMemoryRebound(to: CChar.self, capacity: sql.count) { text in
      sqlite3_prepare_v3(connection, text, Int32(sql.count), flags, &made, &tail)
    }
    handle = made
    let used = tail.map { UnsafeRawPointer($0) - UnsafeRawPointer(start) } ?? sql.count
    rest = UnsafeBufferPointer(rebasing: sql[min(used, sql.count)...])
  }
}

extension SQLiteError {
  /// Our own mistake in using this module.
  @usableFromInline
  static func misuse(_ message: String, sql: String? = nil) -> SQLiteError {
    SQLiteError(code: SQLITE_MISUSE, message: message, sql: sql)
  }
}
