import CSQLite
import SQLite
import Testing

@Suite struct ValueTests {
  /// What `SELECT typeof(?1), hex(?1)` says: SQLite's own account of what it was handed.
  func account(_ value: some Bindable) throws -> String? {
    try memory().first("SELECT typeof(?1) || ' ' || hex(?1)", value) { row in try row.text(0) }
  }

  @Test func `SQLite gets the type and the bytes that were bound`() throws {
    #expect(try account(255) == "integer 323535")
    #expect(try account(Int64.min) == "integer 2D39323233333732303336383534373735383038")
    #expect(try account(true) == "integer 31")
    #expect(try account(false) == "integer 30")
    #expect(try account(0.5) == "real 302E35")
    #expect(try account("上海") == "text E4B88AE6B5B7")
    #expect(try account("") == "text ")
    #expect(try account([0, 255] as [UInt8]) == "blob 00FF")
    #expect(try account(nil as String?) == "null ")
    #expect(try account(nil as Bool?) == "null ")
    #expect(try account("x" as String?) == "text 78")
  }

  @Test func `the ends of Int64 come back`() throws {
    let db = try memory()
    for value in [Int64.min, -1, 0, 1, .max] {
      #expect(try db.first("SELECT ?", value) { $0.int64(0) } == value)
      #expect(try db.first("SELECT ?", value) { $0.int64OrNil(0) } == value)
    }
    #expect(try db.first("SELECT 9223372036854775807") { $0.int64(0) } == .max)
  }

  @Test func `text with NUL inside comes back whole`() throws {
    let text = "a\0b\0"
    let db = try memory()
    #expect(try db.first("SELECT ?", text) { row in try row.text(0) } == text)
    let bytes = try db.first("SELECT ?", text) { row in row.blob(0) }
    #expect(bytes == [97, 0, 98, 0])
    let count = try db.with("SELECT ?") { statement in
      try statement.bind(1, text)
      guard let row = try statement.next() else { return -1 }
      return row.utf8(0).count
    }
    #expect(count == 4)
  }

  @Test func `an empty blob, empty text and NULL are three things`() throws {
    let db = try memory()
    try db.run(script: "CREATE TABLE t (a BLOB NOT NULL, b TEXT NOT NULL, c BLOB, d TEXT) STRICT")
    try db.run(
      "INSERT INTO t VALUES (?, ?, ?, ?)", [UInt8](), "", nil as [UInt8]?, nil as String?)
    _ = try db.all("SELECT * FROM t") { row in
      let isNull = (0..<row.count).map { column in row.isNull(column) }
      #expect(isNull == [false, false, true, true])
      let blobs = [row.blobOrNil(0), row.blobOrNil(2), row.blob(2)]
      #expect(blobs == [[], nil, []])
      let texts = [try row.textOrNil(1), try row.textOrNil(3)]
      #expect(texts == ["", nil])
      let counts = [row.utf8(1).count, row.utf8(3).count]
      #expect(counts == [0, 0])
    }
  }

  @Test func `NULL reads as zero, as nil, and not at all as text`() throws {
    let db = try memory()
    let sql = "SELECT NULL AS nickname"
    #expect(try db.first(sql) { $0.int64(0) } == 0)
    #expect(try db.first(sql) { $0.double(0) } == 0)
    let absent = try db.first(sql) { row in
      try row.int64OrNil(0) == nil && row.doubleOrNil(0) == nil && row.textOrNil(0) == nil
    }
    #expect(absent == true)
    let error = try sqliteError { try db.first(sql) { row in try row.text(0) } }
    #expect(error?.code == ResultCode.mismatch)
    #expect(error?.message == "column 0 (nickname) is NULL")
  }

  @Test func `NaN is refused, and infinity comes back`() throws {
    let db = try memory()
    let error = try sqliteError { try db.run("SELECT ?", Double.nan) }
    #expect(error?.code == ResultCode.mismatch)
    #expect(error?.message == "NaN can't be stored")
    for value in [Double.infinity, -.infinity, .leastNonzeroMagnitude, -0.0, 0.1] {
      let read = try db.first("SELECT ?", value) { $0.double(0) }
      #expect(read == value)
    }
  }

  @Test(
    arguments: [
      [0xff], [0xc0, 0x80], [0x61, 0xe4, 0xb8], [0xed, 0xa0, 0x80], [0xf5, 0x80, 0x80, 0x80],
      [0xef, 0xbf, 0xbd, 0x80],
    ] as [[UInt8]])
  func `text that is not UTF-8 is an error, and its bytes stay readable`(bytes: [UInt8]) throws {
    let folder = try TemporaryFolder()
    let raw = try RawC(folder.file("other.db"))
    raw.run("CREATE TABLE t (a TEXT)")
    try raw.run("INSERT INTO t VALUES (?)", text: bytes)
    let db = try Connection(path: folder.file("other.db"), access: .readOnly)
    let error = try sqliteError { _ = try db.all("SELECT a FROM t") { row in try row.text(0) } }
    #expect(error?.code == ResultCode.mismatch)
    #expect(error?.message == "column 0 (a) is not UTF-8")
    #expect(try db.first("SELECT a FROM t") { $0.blob(0) } == bytes)
  }

  @Test func `text of a UTF-16 file reads the same`() throws {
    let folder = try TemporaryFolder()
    let raw = try RawC(folder.file("wide.db"))
    raw.run("PRAGMA encoding = 'UTF-16le'; CREATE TABLE t (a TEXT); INSERT INTO t VALUES ('小红薯')")
    let db = try Connection(path: folder.file("wide.db"), access: .readWrite)
    #expect(try db.first("SELECT a FROM t") { row in try row.text(0) } == "小红薯")
    #expect(try db.first("SELECT 1 FROM t WHERE a = ?", "小红薯") { $0.int64(0) } == 1)
  }

  @Test func `random values come back as they went in, row by row`() throws {
    var random = Seeded(state: 20_260_730)
    let db = try memory()
    try db.run(script: "CREATE TABLE t (a INTEGER, b TEXT, c BLOB, d REAL) STRICT")
    var expected: [Sample] = []
    try db.with("INSERT INTO t VALUES (?, ?, ?, ?)") { statement in
      for _ in 0..<2_000 {
        let sample = Sample(&random)
        try statement.bind(1, sample.number)
        try statement.bind(2, sample.text)
        try statement.bind(3, sample.bytes)
        try statement.bind(4, sample.real)
        _ = try statement.step()
        statement.reset()
        expected.append(sample)
      }
    }
    let read = try db.all("SELECT a, b, c, d FROM t ORDER BY rowid") { row in
      try Sample(
        number: row.int64OrNil(0), text: row.textOrNil(1), bytes: row.blobOrNil(2),
        real: row.doubleOrNil(3))
    }
    #expect(read == expected)
  }

  @Test func `text longer than the arena, and many texts, come back`() throws {
    let db = try memory()
    for size in [4_095, 4_096, 4_097, 100_000] {
      let (long, short) = (String(repeating: "薯", count: size / 3), "rest")
      let read = try db.first("SELECT ?, ?, ?", short, long, short) { row in
        [try row.text(0), try row.text(1), try row.text(2)]
      }
      #expect(read == [short, long, short])
    }
  }
}

/// One row of the random round trip; each value is NULL one time in eight.
private struct Sample: Equatable {
  var number: Int64?
  var text: String?
  var bytes: [UInt8]?
  var real: Double?
}

extension Sample {
  init(_ random: inout Seeded) {
    let nulls = random.next()
    number = nulls & 7 == 0 ? nil : Int64(bitPattern: random.next()) >> (random.next() % 64)
    let alphabet = ["a", "\0", "é", "薯", "👩‍👩‍👧", "\u{301}", "'", "\"", "\n", "\u{10FFFF}"]
    let length = Int(random.next() % 40) * Int(random.next() % 40)
    text = nulls & 56 == 0 ? nil : (0..<length).map { _ in alphabet.pick(&random) }.joined()
    let size = Int(random.next() % 300)
    bytes = nulls & 448 == 0 ? nil : (0..<size).map { _ in UInt8(random.next() % 256) }
    let bits = Double(bitPattern: random.next())
    real = nulls & 3584 == 0 || bits.isNaN ? nil : bits
  }
}

extension [String] {
  fileprivate func pick(_ random: inout Seeded) -> String { self[Int(random.next() % 10)] }
}
