public import CSQLite

/// The row that a statement stands on. It can't outlive the step that made it.
///
/// Columns count from 0. A column that isn't there stops the program: it is our own mistake, and
/// C leaves it undefined. Numbers convert as the C manual says; NULL reads as zero, so a column
/// that may be NULL is read with `…OrNil`.
public struct Row: ~Copyable, ~Escapable {
  @usableFromInline let handle: OpaquePointer
  /// The number of columns.
  public let count: Int32

  @usableFromInline
  @inline(__always)
  @_lifetime(immortal)
  init(_ handle: OpaquePointer) {
    self.handle = handle
    count = sqlite3_data_count(handle)
  }
}

extension Row {
  /// The column as a whole number; NULL and text that is no number read as 0.
  @inlinable
  public func int64(_ column: Int32) -> Int64 {
    check(column)
    return sqlite3_column_int64(handle, column)
  }

  /// The column as a whole number, or `nil` for NULL.
  @inlinable
  public func int64OrNil(_ column: Int32) -> Int64? {
    let number = int64(column)
    // NULL reads as 0: nearly every number is told from it without another call.
    return number == 0 && isNull(column) ? nil : number
  }

  /// The column as a floating-point number; NULL reads as 0.
  @inlinable
  public func double(_ column: Int32) -> Double {
    check(column)
    return sqlite3_column_double(handle, column)
  }

  /// The column as a floating-point number, or `nil` for NULL.
  @inlinable
  public func doubleOrNil(_ column: Int32) -> Double? {
    isNull(column) ? nil : sqlite3_column_double(handle, column)
  }

  /// The column as text.
  ///
  /// - Throws: `ResultCode.mismatch` for NULL, and for bytes that are not UTF-8: a file written
  ///   by someone else can hold them, and repairing them silently would hide the damage.
  @inlinable
  public func text(_ column: Int32) throws(SQLiteError) -> String {
    guard let text = try textOrNil(column) else { throw mismatch(column, "is NULL") }
    return text
  }

  /// The column as text, or `nil` for NULL.
  ///
  /// - Throws: `ResultCode.mismatch` for bytes that are not UTF-8.
  @inlinable
  public func textOrNil(_ column: Int32) throws(SQLiteError) -> String? {
    check(column)
    guard let bytes = sqlite3_column_text(handle, column) else {
      if sqlite3_column_type(handle, column) == SQLITE_NULL { return nil }
      throw SQLiteError(SQLITE_NOMEM, of: handle)
    }
    let count = Int(sqlite3_column_bytes(handle, column))
    guard let valid = try? UTF8Span(validating: Span(_unsafeStart: bytes, count: count)) else {
      throw mismatch(column, "is not UTF-8")
    }
    return String(copying: valid)
  }

  /// The bytes of the column as text, where SQLite keeps them; not checked to be UTF-8.
  ///
  /// Empty for NULL.
  @inlinable
  @_lifetime(copy self)
  public func utf8(_ column: Int32) -> Span<UInt8> {
    check(column)
    guard let bytes = sqlite3_column_text(handle, column) else { return Span() }
    let count = Int(sqlite3_column_bytes(handle, column))
    return _overrideLifetime(Span(_unsafeStart: bytes, count: count), copying: self)
  }

  /// The column's bytes, where SQLite keeps them; empty for NULL and for an empty blob.
  @inlinable
  @_lifetime(copy self)
  public func bytes(_ column: Int32) -> Span<UInt8> {
    check(column)
    guard let start = sqlite3_column_blob(handle, column) else { return Span() }
    let count = Int(sqlite3_column_bytes(handle, column))
    let bytes = start.assumingMemoryBound(to: UInt8.self)
    return _overrideLifetime(Span(_unsafeStart: bytes, count: count), copying: self)
  }

  /// A copy of the column's bytes; empty for NULL and for an empty blob.
  @inlinable
  public func blob(_ column: Int32) -> [UInt8] {
    check(column)
    let bytes = sqlite3_column_blob(handle, column)
    let count = Int(sqlite3_column_bytes(handle, column))
    return [UInt8](UnsafeRawBufferPointer(start: bytes, count: bytes == nil ? 0 : count))
  }

  /// A copy of the column's bytes, or `nil` for NULL.
  @inlinable
  public func blobOrNil(_ column: Int32) -> [UInt8]? {
    isNull(column) ? nil : blob(column)
  }

  /// True if the column is NULL.
  @inlinable
  public func isNull(_ column: Int32) -> Bool {
    check(column)
    return sqlite3_column_type(handle, column) == SQLITE_NULL
  }

  @usableFromInline
  @inline(__always)
  func check(_ column: Int32) {
    precondition(column >= 0 && column < count, "no such column")
  }

  @usableFromInline @inline(never)
  func mismatch(_ column: Int32, _ what: String) -> SQLiteError {
    let name = sqlite3_column_name(handle, column).map { String(cString: $0) } ?? ""
    let sql = sqlite3_sql(handle).map { String(cString: $0) }
    return SQLiteError(
      code: SQLITE_MISMATCH, message: "column \(column) (\(name)) \(what)", sql: sql)
  }
}
