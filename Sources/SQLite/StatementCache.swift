internal import CSQLite

/// SQL text as a key: equal if the bytes are equal.
///
/// `String ==` also equates é written as one character with e + accent, which SQLite tells apart.
struct SQLText: Hashable {
  let sql: String

  static func == (a: SQLText, b: SQLText) -> Bool {
    let (a, b) = (a.sql.utf8.span, b.sql.utf8.span)
    guard a.count == b.count else { return false }
    return a.withUnsafeBytes { a in
      b.withUnsafeBytes { b in kb_same_bytes(a.baseAddress, b.baseAddress, a.count) }
    }
  }

  /// One of 64 places, by where the text lies: a literal always lies in the same place.
  var place: Int {
    sql.utf8.span.withUnsafeBytes { bytes in
      (Int(bitPattern: bytes.baseAddress) >> 4 ^ bytes.count) & 63
    }
  }

  func hash(into hasher: inout Hasher) {
    sql.utf8.span.withUnsafeBytes { hasher.combine(bytes: $0) }
  }
}

extension Connection {
  /// More statements than the program has: only SQL assembled by mistake gets this far.
  private static let cacheLimit = 500

  /// The compiled statement for `sql`, not used by anybody else until it is checked in.
  @usableFromInline
  func checkOut(_ sql: String) throws(SQLiteError) -> Prepared {
    let key = SQLText(sql: sql)
    let place = key.place
    if let (text, known) = recent[place], !known.isInUse, text == key {
      known.isInUse = true
      known.isClear = false
      return known
    }
    if let known = cache[key], !known.isInUse {
      known.isInUse = true
      known.isClear = false
      recent[place] = (key, known)
      return known
    }
    let new = try Prepared(sql, on: handle)
    new.isInUse = true
    if cache[key] == nil {
      if cache.count >= Connection.cacheLimit { cache = cache.filter(\.value.isInUse) }
      cache[key] = new
    }
    return new
  }

  @usableFromInline
  func checkIn(_ prepared: Prepared) {
    if !prepared.isClear { prepared.clear() }
    prepared.isInUse = false
  }
}
