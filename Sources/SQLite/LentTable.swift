internal import CSQLite

extension Connection {
  /// Runs one statement that reads rows from memory as the table `lent`, whose columns are `c1`, `c2` and
  /// so on; those that the rows don't have are NULL. Outside of such a run the table is empty.
  ///
  /// `INSERT INTO … SELECT … FROM lent` writes thousands of rows in half the time that a statement for each
  /// row takes: it opens the table once, and finds the place of a row beside that of the last one.
  ///
  /// - Returns: how many rows it inserted, updated or deleted itself.
  @discardableResult
  public func run<each V: Bindable>(
    _ sql: String, reading rows: LentRows, _ values: repeat each V
  ) throws(SQLiteError) -> Int64 {
    precondition(rows.cells.count % rows.width == 0, "half a row")
    try lent.register(on: handle)
    return try lent.lend(rows) { () throws(SQLiteError) in try run(sql, repeat each values) }
  }
}

/// The table `lent`, a virtual one (https://sqlite.org/vtab.html): it only hands out what is lent.
///
/// The connection owns it, and closes before it goes.
final class LentTable {
  static let mostColumns = 12

  private var isRegistered = false
  fileprivate var cells = UnsafeBufferPointer<LentRows.Cell>(start: nil, count: 0)
  fileprivate var texts = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  fileprivate var width = 1

  func lend<R>(_ rows: LentRows, _ body: () throws(SQLiteError) -> R) throws(SQLiteError) -> R {
    try rows.cells.withUnsafeBufferPointer { cells throws(SQLiteError) in
      try rows.texts.withUnsafeBufferPointer { texts throws(SQLiteError) in
        (self.cells, self.texts, width) = (cells, texts, rows.width)
        defer {
          self.cells = UnsafeBufferPointer(start: nil, count: 0)
          self.texts = UnsafeBufferPointer(start: nil, count: 0)
        }
        return try body()
      }
    }
  }

  func register(on handle: OpaquePointer) throws(SQLiteError) {
    if isRegistered { return }
    let code = sqlite3_create_module(
      handle, "lent", Self.module, Unmanaged.passUnretained(self).toOpaque())
    guard code == SQLITE_OK else { throw SQLiteError(code, on: handle) }
    isRegistered = true
  }
}

/// What SQLite knows the table by; SQLite's own part comes first, as C wants it.
private struct Table {
  var base = sqlite3_vtab()
  let lent: UnsafeMutableRawPointer?
}

/// One reading of the table.
private struct Cursor {
  var base = sqlite3_vtab_cursor()
  var cells: UnsafePointer<LentRows.Cell>?
  var texts: UnsafePointer<UInt8>?
  var width: Int32 = 1
  var count = 0
  var row = 0
}

extension LentTable {
  /// Without a function that creates it, a table is there by itself, and can't be made otherwise.
  ///
  /// Made once and never changed.
  nonisolated(unsafe) private static let module: UnsafePointer<sqlite3_module> = {
    var module = sqlite3_module()
    module.xConnect = { handle, lent, _, _, table, _ in connect(handle, lent, table) }
    module.xDisconnect = { table in
      table?.withMemoryRebound(to: Table.self, capacity: 1) { $0.deallocate() }
      return SQLITE_OK
    }
    module.xBestIndex = { _, _ in SQLITE_OK }
    module.xOpen = { _, cursor in
      let new = UnsafeMutablePointer<Cursor>.allocate(capacity: 1)
      new.initialize(to: Cursor())
      cursor?.pointee = UnsafeMutableRawPointer(new).assumingMemoryBound(
        to: sqlite3_vtab_cursor.self)
      return SQLITE_OK
    }
    module.xClose = { cursor in
      own(cursor)?.deallocate()
      return SQLITE_OK
    }
    module.xFilter = { cursor, _, _, _, _ in start(cursor) }
    module.xNext = { cursor in
      own(cursor)?.pointee.row += 1
      return SQLITE_OK
    }
    module.xEof = { cursor in
      guard let cursor = own(cursor) else { return 1 }
      return cursor.pointee.row < cursor.pointee.count ? 0 : 1
    }
    module.xColumn = { cursor, context, column in give(cursor, context, column) }
    module.xRowid = { cursor, number in
      number?.pointee = Int64(own(cursor)?.pointee.row ?? 0)
      return SQLITE_OK
    }
    let place = UnsafeMutablePointer<sqlite3_module>.allocate(capacity: 1)
    place.initialize(to: module)
    return UnsafePointer(place)
  }()

  private static func connect(
    _ handle: OpaquePointer?, _ lent: UnsafeMutableRawPointer?,
    _ table: UnsafeMutablePointer<UnsafeMutablePointer<sqlite3_vtab>?>?
  ) -> Int32 {
    let columns = "c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12"
    let code = sqlite3_declare_vtab(handle, "CREATE TABLE lent (\(columns))")
    guard code == SQLITE_OK else { return code }
    let new = UnsafeMutablePointer<Table>.allocate(capacity: 1)
    new.initialize(to: Table(lent: lent))
    table?.pointee = UnsafeMutableRawPointer(new).assumingMemoryBound(to: sqlite3_vtab.self)
    return SQLITE_OK
  }

  @inline(__always)
  private static func own(
    _ cursor: UnsafeMutablePointer<sqlite3_vtab_cursor>?
  ) -> UnsafeMutablePointer<Cursor>? {
    UnsafeMutableRawPointer(cursor)?.assumingMemoryBound(to: Cursor.self)
  }

  private static func start(_ cursor: UnsafeMutablePointer<sqlite3_vtab_cursor>?) -> Int32 {
    guard let own = own(cursor), let table = UnsafeRawPointer(own.pointee.base.pVtab),
      let context = table.assumingMemoryBound(to: Table.self).pointee.lent
    else { return SQLITE_INTERNAL }
    let lent = Unmanaged<LentTable>.fromOpaque(context).takeUnretainedValue()
    own.pointee.cells = lent.cells.baseAddress
    own.pointee.texts = lent.texts.baseAddress
    own.pointee.width = Int32(lent.width)
    own.pointee.count = lent.cells.count / lent.width
    own.pointee.row = 0
    return SQLITE_OK
  }

  private static func give(
    _ cursor: UnsafeMutablePointer<sqlite3_vtab_cursor>?, _ context: OpaquePointer?, _ column: Int32
  ) -> Int32 {
    guard let cursor = own(cursor)?.pointee, let cells = cursor.cells, column < cursor.width else {
      return SQLITE_OK
    }
    let cell = cells[cursor.row * Int(cursor.width) + Int(column)]
    switch cell.kind {
    case LentRows.Cell.null: break
    case LentRows.Cell.number: sqlite3_result_int64(context, cell.value)
    default:
      // An empty text may lie anywhere.
      let text = cursor.texts.map { UnsafeRawPointer($0 + Int(cell.value)) }
      let place = (text ?? UnsafeRawPointer(cells)).assumingMemoryBound(to: CChar.self)
      sqlite3_result_text(context, place, cell.kind, nil)
    }
    return SQLITE_OK
  }
}
