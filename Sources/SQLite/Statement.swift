public import CSQLite

/// A compiled statement on loan from `Connection.with(_:_:)`: bind, step, read, reset.
///
/// Parameters count from 1, columns from 0, as in the C manual.
public struct Statement: ~Copyable {
  @usableFromInline let prepared: Prepared
  @usableFromInline let handle: OpaquePointer
  /// How much of the arena the values bound since the last reset take.
  @usableFromInline var used = 0
  /// A failure of `reset`, which the next `step` or the end of the loan reports.
  @usableFromInline var pending: SQLiteError?

  @usableFromInline
  init(_ prepared: Prepared) {
    self.prepared = prepared
    handle = prepared.handle
  }

  /// The statement as it was written.
  public var sql: String { sqlite3_sql(handle).map { String(cString: $0) } ?? "" }

  /// The number of parameters: the largest index that can be bound.
  public var parameterCount: Int32 { sqlite3_bind_parameter_count(handle) }

  /// Moves to the next row, or returns `false` when there is none.
  ///
  /// After `false` comes `reset`: a further step would run the statement again, and a further
  /// `bind` is refused with `ResultCode.misuse`. After an error it is reset, its values kept.
  @inlinable
  public mutating func step() throws(SQLiteError) -> Bool {
    if pending != nil { try throwPending() }
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code: throw failed(code)
    }
  }

  /// The next row, or `nil` when there is none. The statement waits while the row is in use.
  @inlinable
  @_lifetime(&self)
  public mutating func next() throws(SQLiteError) -> Row? {
    guard try step() else { return nil }
    return Row(handle)
  }

  /// The row that the last step found, once more; without one, a row without columns.
  @inlinable
  @_lifetime(&self)
  public mutating func current() -> Row { Row(handle) }

  /// Makes the statement ready to run again, with every parameter NULL.
  ///
  /// Resetting can commit (a row of `INSERT … RETURNING` was read, but not its end); if that
  /// fails, the next `step` or the end of `with` throws it.
  @inlinable
  public mutating func reset() {
    let code = sqlite3_reset(handle)
    if code != SQLITE_OK { pending = SQLiteError(code, of: handle) }
    sqlite3_clear_bindings(handle)
    used = 0
  }

  /// The error of a step. Resetting at once keeps the values, and leaves a later `reset` nothing
  /// to repeat: what that one reports is new.
  @usableFromInline @inline(never)
  func failed(_ code: Int32) -> SQLiteError {
    let error = SQLiteError(code, of: handle)
    sqlite3_reset(handle)
    return error
  }

  @usableFromInline @inline(never)
  mutating func throwPending() throws(SQLiteError) {
    guard let error = pending else { return }
    pending = nil
    throw error
  }

  /// The last words of a loan that went well.
  @inlinable
  mutating func finish() throws(SQLiteError) {
    reset()
    prepared.isClear = true
    if pending != nil { try throwPending() }
  }
}
