import CSQLite
import SQLite
import Testing

/// A connection made with the C interface alone: somebody else who writes the same file.
final class RawC {
  let handle: OpaquePointer

  init(_ path: String) throws {
    // Ours first: it sets what must be set before SQLite starts.
    _ = try Connection(path: ":memory:", access: .create)
    var opened: OpaquePointer?
    let code = sqlite3_open(path, &opened)
    handle = try #require(opened)
    try #require(code == SQLITE_OK)
  }

  deinit { sqlite3_close_v2(handle) }

  /// Runs SQL and returns its code.
  @discardableResult
  func run(_ sql: String) -> Int32 { sqlite3_exec(handle, sql, nil, nil, nil) }

  /// Runs a statement with one parameter, bound as text of exactly these bytes.
  func run(_ sql: String, text bytes: [UInt8]) throws {
    var statement: OpaquePointer?
    try #require(sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK)
    defer { sqlite3_finalize(statement) }
    let code = bytes.withUnsafeBytes {
      kb_bind_text_copied(statement, 1, $0.baseAddress, UInt64($0.count))
    }
    try #require(code == SQLITE_OK)
    try #require(sqlite3_step(statement) == SQLITE_DONE)
  }
}
