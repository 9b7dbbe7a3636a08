internal import CSQLite

extension Connection {
  /// Runs several statements without values, such as a migration, each to its end.
  ///
  /// Stops at the first that fails; the caller holds the transaction, if there is to be one.
  public func run(script sql: String) throws(SQLiteError) {
    var script = sql
    let failure = script.withUTF8 { text in runAll(text) }
    if let failure { throw failure }
  }

  private func runAll(_ script: UnsafeBufferPointer<UInt8>) -> SQLiteError? {
    var rest = script
    while true {
      rest = UnsafeBufferPointer(rebasing: rest.drop { " \n\r\t".utf8.contains($0) })
      if rest.isEmpty { return nil }
      let next = CompiledText(rest, on: handle, flags: 0)
      defer { sqlite3_finalize(next.handle) }
      guard next.code == SQLITE_OK else {
        return SQLiteError(next.code, on: handle, sql: Connection.firstStatement(rest))
      }
      if let statement = next.handle {
        var code = sqlite3_step(statement)
        while code == SQLITE_ROW { code = sqlite3_step(statement) }
        if code != SQLITE_DONE { return SQLiteError(code, of: statement) }
      }
      guard next.rest.count < rest.count else { return .misuse("the script holds NUL") }
      rest = next.rest
    }
  }

  /// About the statement that SQLite couldn't compile: what it left, to the first `;` at a
  /// line's end.
  private static func firstStatement(_ sql: UnsafeBufferPointer<UInt8>) -> String {
    let lineEnd = [UInt8(ascii: "\n"), UInt8(ascii: "\r")]
    let end = sql.indices.first { index in
      sql[index] == UInt8(ascii: ";")
        && (index + 1 == sql.count || lineEnd.contains(sql[index + 1]))
    }
    return String(decoding: sql[..<(end ?? sql.count)], as: UTF8.self)
  }

  /// Runs one statement to its end.
  ///
  /// - Returns: how many rows it inserted, updated or deleted itself; 0 for anything else.
  @discardableResult
  @inlinable
  public func run<each V: Bindable>(
    _ sql: String, _ values: repeat each V
  ) throws(SQLiteError) -> Int64 {
    var statement = Statement(try checkOut(sql))
    defer { checkIn(statement.prepared) }
    try statement.bindAll(repeat each values)
    let before = totalChanges
    while try statement.step() {}
    try statement.finish()
    return totalChanges == before ? 0 : changes
  }

  /// Lends the statement compiled from `sql`, and takes it back, reset and without values.
  ///
  /// It comes from the cache; while it is on loan, the same SQL gets another one.
  @inlinable
  @discardableResult
  public func with<R>(_ sql: String, _ body: (inout Statement) throws -> R) throws -> R {
    var statement = Statement(try checkOut(sql))
    defer { checkIn(statement.prepared) }
    let result = try body(&statement)
    try statement.finish()
    return result
  }

  /// Reads the first row, or returns `nil` when there is none.
  @inlinable
  public func first<R, each V: Bindable>(
    _ sql: String, _ values: repeat each V, as read: (borrowing Row) throws -> R
  ) throws -> R? {
    var statement = Statement(try checkOut(sql))
    defer { checkIn(statement.prepared) }
    try statement.bindAll(repeat each values)
    var result: R?
    if let row = try statement.next() { result = try read(row) }
    try statement.finish()
    return result
  }

  /// Reads every row, in the statement's order.
  @inlinable
  public func all<R, each V: Bindable>(
    _ sql: String, _ values: repeat each V, as read: (borrowing Row) throws -> R
  ) throws -> [R] {
    var statement = Statement(try checkOut(sql))
    defer { checkIn(statement.prepared) }
    try statement.bindAll(repeat each values)
    var result: [R] = []
    while let row = try statement.next() { result.append(try read(row)) }
    try statement.finish()
    return result
  }

  @usableFromInline var totalChanges: Int64 { sqlite3_total_changes64(handle) }
  @usableFromInline var changes: Int64 { sqlite3_changes64(handle) }
}

extension Statement {
  /// Binds a value to every parameter, in order; one too many or too few is refused.
  @inlinable
  mutating func bindAll<each V: Bindable>(_ values: repeat each V) throws(SQLiteError) {
    var count: Int32 = 0
    for _ in repeat each values { count += 1 }
    guard count == parameterCount else {
      throw .misuse("\(parameterCount) parameters, but \(count) values", sql: sql)
    }
    var index: Int32 = 0
    for value in repeat each values {
      index += 1
      try value.bind(to: &self, at: index)
    }
  }
}
