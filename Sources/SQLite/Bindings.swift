public import CSQLite

extension Statement {
  /// Binds a whole number to the parameter `index`, counted from 1.
  ///
  /// - Throws: `ResultCode.range` if there is no such parameter, as every `bind` does.
  @inlinable
  public mutating func bind(_ index: Int32, _ value: Int64) throws(SQLiteError) {
    try check(sqlite3_bind_int64(handle, index, value))
  }

  /// Binds a whole number.
  @inlinable
  public mutating func bind(_ index: Int32, _ value: Int) throws(SQLiteError) {
    try bind(index, Int64(value))
  }

  /// Binds 1 for true, 0 for false.
  @inlinable
  public mutating func bind(_ index: Int32, _ value: Bool) throws(SQLiteError) {
    try bind(index, value ? 1 : 0 as Int64)
  }

  /// Binds a floating-point number. NaN is refused: SQLite would silently store NULL.
  @inlinable
  public mutating func bind(_ index: Int32, _ value: Double) throws(SQLiteError) {
    guard !value.isNaN else {
      throw SQLiteError(code: SQLITE_MISMATCH, message: "NaN can't be stored", sql: sql)
    }
    try check(sqlite3_bind_double(handle, index, value))
  }

  /// Binds text; NUL characters inside it are kept.
  @inlinable
  public mutating func bind(_ index: Int32, _ value: String) throws(SQLiteError) {
    try bind(index, utf8: value.utf8.span)
  }

  /// Binds text from its UTF-8 bytes, which the caller vouches for.
  @inlinable
  public mutating func bind(_ index: Int32, utf8: Span<UInt8>) throws(SQLiteError) {
    try check(utf8.withUnsafeBytes { bindText(index, $0) })
  }

  /// Binds text from its UTF-8 bytes, which the caller vouches for.
  @inlinable
  public mutating func bind(_ index: Int32, utf8: UnsafeRawBufferPointer) throws(SQLiteError) {
    try check(bindText(index, utf8))
  }

  /// Binds a blob; an empty one stays an empty blob, and doesn't become NULL.
  @inlinable
  public mutating func bind(_ index: Int32, _ value: [UInt8]) throws(SQLiteError) {
    try check(value.withUnsafeBytes { bindBlob(index, $0) })
  }

  /// Binds a blob.
  @inlinable
  public mutating func bind(_ index: Int32, blob: Span<UInt8>) throws(SQLiteError) {
    try check(blob.withUnsafeBytes { bindBlob(index, $0) })
  }

  /// Binds NULL.
  @inlinable
  public mutating func bindNull(_ index: Int32) throws(SQLiteError) {
    try check(sqlite3_bind_null(handle, index))
  }

  /// Binds a value of any bindable type, or NULL for `nil`.
  @inlinable
  public mutating func bind<V: Bindable>(_ index: Int32, _ value: V?) throws(SQLiteError) {
    if let value { try value.bind(to: &self, at: index) } else { try bindNull(index) }
  }
}

extension Statement {
  @usableFromInline
  @inline(__always)
  func check(_ code: Int32) throws(SQLiteError) {
    if code != SQLITE_OK { throw SQLiteError(code, of: handle) }
  }

  @inlinable
  @inline(__always)
  mutating func bindText(_ index: Int32, _ bytes: UnsafeRawBufferPointer) -> Int32 {
    guard let copy = copied(bytes) else {
      return kb_bind_text_copied(handle, index, bytes.baseAddress, UInt64(bytes.count))
    }
    let text = copy.assumingMemoryBound(to: CChar.self)
    return sqlite3_bind_text(handle, index, text, Int32(truncatingIfNeeded: bytes.count), nil)
  }

  @inlinable
  mutating func bindBlob(_ index: Int32, _ bytes: UnsafeRawBufferPointer) -> Int32 {
    guard let copy = copied(bytes) else {
      return kb_bind_blob_copied(handle, index, bytes.baseAddress, UInt64(bytes.count))
    }
    return sqlite3_bind_blob(handle, index, copy, Int32(truncatingIfNeeded: bytes.count), nil)
  }

  /// Where the bytes lie in the arena until the next reset, or `nil` if they don't fit.
  @inlinable
  @inline(__always)
  mutating func copied(_ bytes: UnsafeRawBufferPointer) -> UnsafeMutableRawPointer? {
    guard bytes.count <= Prepared.arenaSize - used else { return nil }
    let place = prepared.arena + used
    if let source = bytes.baseAddress {
      place.copyMemory(from: source, byteCount: bytes.count)
    }
    used += bytes.count
    return place
  }
}
