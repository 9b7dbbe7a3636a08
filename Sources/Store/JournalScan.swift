import Domain
import Ledger
import SQLite

/// Reads journal entries with their fields and transfers straight from the rows: three statements side by
/// side, each in the order of the entries' numbers, so that any number of entries takes three scans.
struct JournalScan {
  private let journal: String
  private let fields: String
  private let transfers: String
  private let bind: (inout Statement) throws -> Void

  /// What the rows of an entry show besides the entry itself.
  struct Placing {
    /// An entry before this one and not read: the smallest that has fields or transfers.
    let orphan: Int64?
    /// Whether the entry's transfers are numbered 1, 2, 3 ….
    let hasCountedLines: Bool
    /// The day that is kept, and the time that it should be the day of.
    let day, at: Int64
    /// Whether this program could have written it (``EncodedEntry/finish()``).
    let isSound: Bool
  }

  /// The whole journal.
  static var all: JournalScan { range(.min ... .max) }

  /// The entries of some numbers.
  static func range(_ entries: ClosedRange<Int64>) -> JournalScan {
    range(
      entries.lowerBound, entries.upperBound,
      journal: """
        SELECT seq, at_utc, recorded_utc, corrects_seq, actor, type, order_id, reason, key, day,
          hash
        FROM journal WHERE seq BETWEEN ? AND ? ORDER BY seq
        """)
  }

  /// What the entries of some numbers say, without their keys and hashes; none when the first is behind
  /// the last.
  static func lines(_ first: Int64, through last: Int64) -> JournalScan {
    range(
      first, last,
      journal: """
        SELECT seq, at_utc, recorded_utc, corrects_seq, actor, type, order_id, reason, NULL, day,
          NULL
        FROM journal WHERE seq BETWEEN ? AND ? ORDER BY seq
        """)
  }

  private static func range(_ first: Int64, _ last: Int64, journal: String) -> JournalScan {
    JournalScan(
      journal: journal,
      fields: """
        SELECT seq, name, value FROM journal_field WHERE seq BETWEEN ? AND ? ORDER BY seq, name
        """,
      transfers: """
        SELECT seq, line, debit, credit, amount_fen FROM transfer WHERE seq BETWEEN ? AND ?
        ORDER BY seq, line
        """
    ) { statement in
      try statement.bind(1, first)
      try statement.bind(2, last)
    }
  }

  /// One entry.
  static func entry(_ sequence: Int64) -> JournalScan {
    JournalScan(
      journal: """
        SELECT seq, at_utc, recorded_utc, corrects_seq, actor, type, order_id, reason, key, day,
          hash
        FROM journal WHERE seq = ?
        """,
      fields: "SELECT seq, name, value FROM journal_field WHERE seq = ? ORDER BY name",
      transfers: """
        SELECT seq, line, debit, credit, amount_fen FROM transfer WHERE seq = ? ORDER BY line
        """
    ) { statement in try statement.bind(1, sequence) }
  }

  /// An order's entries.
  static func order(_ name: String) -> JournalScan {
    JournalScan(
      journal: """
        SELECT seq, at_utc, recorded_utc, corrects_seq, actor, type, order_id, reason, key, day,
          hash
        FROM journal WHERE order_id = ? ORDER BY seq
        """,
      fields: """
        SELECT f.seq, name, value FROM journal AS j CROSS JOIN journal_field AS f ON f.seq = j.seq
        WHERE order_id = ? ORDER BY j.seq, name
        """,
      transfers: """
        SELECT t.seq, line, debit, credit, amount_fen
        FROM journal AS j CROSS JOIN transfer AS t ON t.seq = j.seq
        WHERE order_id = ? ORDER BY j.seq, line
        """
    ) { statement in try statement.bind(1, name) }
  }

  /// Hands each line to `body`, oldest first.
  func read(from connection: Connection, _ body: (JournalLine) throws -> Void) throws {
    try run(on: connection) { entry, _, _ in
      try body(Self.line(entry))
      return true
    }
  }

  /// What an entry says.
  static func line(_ entry: borrowing EncodedEntry) throws(Failure) -> JournalLine {
    do {
      return try JournalLine(entry)
    } catch {
      throw failure(entry.sequence, error)
    }
  }

  /// What is said of an entry that can't be read.
  static func failure(_ sequence: Int64, _ problem: JournalLine.Unreadable) -> Failure {
    Failure(
      .failed, "entry \(sequence) of the journal can't be read: \(problem.why)",
      next: "restore a backup of the book")
  }

  /// Hands each entry and its hash to `body`, oldest first, until it returns `false`.
  ///
  /// - Parameter ahead: told each entry twice before: once its row is read, once its fields are.
  /// - Returns: the smallest number after the last entry that has fields or transfers.
  @discardableResult
  func run(
    on connection: Connection,
    ahead: (borrowing EncodedEntry, _ hasFields: Bool) -> Void = { _, _ in },
    _ body: (inout EncodedEntry, Placing, _ hash: Span<UInt8>) throws -> Bool
  ) throws -> Int64? {
    try connection.with(journal) { journal in
      try connection.with(fields) { fields in
        try connection.with(transfers) { transfers in
          try bind(&journal)
          try bind(&fields)
          try bind(&transfers)
          return try Self.run(&journal, &fields, &transfers, ahead, body)
        }
      }
    }
  }

  private static func run(
    _ journal: inout Statement, _ fields: inout Statement, _ transfers: inout Statement,
    _ ahead: (borrowing EncodedEntry, Bool) -> Void,
    _ body: (inout EncodedEntry, Placing, Span<UInt8>) throws -> Bool
  ) throws -> Int64? {
    var entry = EncodedEntry()
    var field = try nextSequence(&fields)
    var transfer = try TransferRow(&transfers)
    while let row = try journal.next() {
      let sequence = row.int64(0)
      let (at, day) = (row.int64(1), row.int64(9))
      begin(row, sequence, &entry)
      ahead(entry, false)
      let orphan = min(field ?? .max, transfer?.sequence ?? .max)
      while let next = field, next <= sequence {
        let row = fields.current()
        if next == sequence { entry.field(row.utf8(1), row.utf8(2)) }
        field = try nextSequence(&fields)
      }
      ahead(entry, true)
      var (line, hasCountedLines) = (0 as Int64, true)
      while let next = transfer, next.sequence <= sequence {
        if next.sequence == sequence {
          line += 1
          if next.line != line { hasCountedLines = false }
          entry.transfer(debit: next.debit, credit: next.credit, fen: next.fen)
        }
        transfer = try TransferRow(&transfers)
      }
      let placing = Placing(
        orphan: orphan < sequence ? orphan : nil, hasCountedLines: hasCountedLines, day: day,
        at: at, isSound: entry.finish())
      guard try body(&entry, placing, journal.current().bytes(10)) else { return nil }
    }
    let orphan = min(field ?? .max, transfer?.sequence ?? .max)
    return orphan == .max ? nil : orphan
  }

  private struct TransferRow {
    let sequence, line, debit, credit, fen: Int64

    /// The next one, `nil` when there is none.
    init?(_ statement: inout Statement) throws {
      guard let row = try statement.next() else { return nil }
      (sequence, line, debit) = (row.int64(0), row.int64(1), row.int64(2))
      (credit, fen) = (row.int64(3), row.int64(4))
    }
  }

  private static func begin(
    _ row: borrowing Row, _ sequence: Int64, _ entry: inout EncodedEntry
  ) {
    let numbers = EncodedEntry.Numbers(
      sequence: sequence, at: row.int64(1), recordedAt: row.int64(2), corrects: row.int64OrNil(3))
    let hasOrder = !row.isNull(6)
    entry.begin(
      numbers, actor: row.utf8(4), type: row.utf8(5), order: hasOrder ? row.utf8(6) : nil,
      reason: row.utf8(7))
    if !row.isNull(8) { entry.key(row.utf8(8)) }
  }

  private static func nextSequence(_ statement: inout Statement) throws -> Int64? {
    guard let row = try statement.next() else { return nil }
    return row.int64(0)
  }
}
