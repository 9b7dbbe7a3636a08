internal import CSQLite

/// Compiled statements, found again by their SQL.
///
/// A table of our own: `Dictionary` needs a key that is `Hashable`, and the first question whether a type is
/// takes a search through the whole program, which is felt at every start. SQL is the same if its bytes
/// are: `String ==` also equates é written as one character with e + accent, which SQLite tells apart.
struct StatementCache {
  /// More statements than the program has: only SQL assembled by mistake gets this far.
  private static let limit = 500
  private static let placeCount = 64

  private var places = [[Prepared]](repeating: [], count: placeCount)
  private var count = 0

  /// The statement of that SQL, whoever uses it.
  func statement(for sql: String) -> Prepared? {
    let place = places[StatementCache.place(of: sql)]
    // By index: an iterator would keep and release the list at each look.
    for index in place.indices where StatementCache.isSame(place[index].sql, sql) {
      return place[index]
    }
    return nil
  }

  mutating func insert(_ statement: Prepared) {
    if count >= StatementCache.limit { dropUnused() }
    places[StatementCache.place(of: statement.sql)].append(statement)
    count += 1
  }

  private mutating func dropUnused() {
    for index in places.indices { places[index].removeAll { !$0.isInUse } }
    count = places.reduce(0) { $0 + $1.count }
  }

  /// One of the places, by length and by two samples: hashing all of a long SQL takes longer than many a statement.
  private static func place(of sql: String) -> Int {
    sql.utf8.span.withUnsafeBytes { bytes in
      guard bytes.count >= 8 else { return bytes.count }
      let middle = bytes.loadUnaligned(fromByteOffset: bytes.count / 2 - 4, as: UInt64.self)
      let end = bytes.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self)
      let mixed = (middle &+ end &+ UInt64(bytes.count)) &* 0x9E37_79B9_7F4A_7C15
      return Int(truncatingIfNeeded: mixed >> 58)
    }
  }

  private static func isSame(_ a: String, _ b: String) -> Bool {
    let (a, b) = (a.utf8.span, b.utf8.span)
    guard a.count == b.count else { return false }
    return a.withUnsafeBytes { a in
      b.withUnsafeBytes { b in kb_same_bytes(a.baseAddress, b.baseAddress, a.count) }
    }
  }
}

extension Connection {
  /// The compiled statement for `sql`, not used by anybody else until it is checked in.
  @usableFromInline
  func checkOut(_ sql: String) throws(SQLiteError) -> Prepared {
    let known = cache.statement(for: sql)
    if let known, !known.isInUse {
      known.isInUse = true
      known.isClear = false
      return known
    }
    let new = try Prepared(sql, on: handle)
    new.isInUse = true
    if known == nil { cache.insert(new) }
    return new
  }

  @usableFromInline
  func checkIn(_ prepared: Prepared) {
    if !prepared.isClear { prepared.clear() }
    prepared.isInUse = false
  }
}
