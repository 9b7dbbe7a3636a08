import Domain
import Ledger
import SQLite

/// Reads journal entries with their fields and transfers: three statements side by side, each in the
/// order of the entries' numbers, so that any number of entries takes three scans.
struct JournalReader {
  private let journal: String
  private let fields: String
  private let transfers: String
  private let bind: (inout Statement) throws -> Void

  /// The whole journal.
  static var all: JournalReader {
    JournalReader(
      journal: """
        SELECT seq, at_utc, recorded_utc, actor, order_id, type, reason, corrects_seq FROM journal
        ORDER BY seq
        """,
      fields: "SELECT seq, name, value FROM journal_field ORDER BY seq, name",
      transfers: "SELECT seq, debit, credit, amount_fen FROM transfer ORDER BY seq, line"
    ) { _ in }
  }

  /// One entry.
  static func entry(_ sequence: Int64) -> JournalReader {
    JournalReader(
      journal: """
        SELECT seq, at_utc, recorded_utc, actor, order_id, type, reason, corrects_seq FROM journal
        WHERE seq = ?
        """,
      fields: "SELECT seq, name, value FROM journal_field WHERE seq = ? ORDER BY name",
      transfers: "SELECT seq, debit, credit, amount_fen FROM transfer WHERE seq = ? ORDER BY line"
    ) { statement in try statement.bind(1, sequence) }
  }

  /// An order's entries.
  static func order(_ name: String) -> JournalReader {
    JournalReader(
      journal: """
        SELECT seq, at_utc, recorded_utc, actor, order_id, type, reason, corrects_seq FROM journal
        WHERE order_id = ? ORDER BY seq
        """,
      fields: """
        SELECT seq, name, value FROM journal_field
        WHERE seq IN (SELECT seq FROM journal WHERE order_id = ?) ORDER BY seq, name
        """,
      transfers: """
        SELECT seq, debit, credit, amount_fen FROM transfer
        WHERE seq IN (SELECT seq FROM journal WHERE order_id = ?) ORDER BY seq, line
        """
    ) { statement in try statement.bind(1, name) }
  }

  /// Hands each line to `body`, oldest first.
  func read(from connection: Connection, _ body: (JournalLine) throws -> Void) throws {
    try connection.with(journal) { journal in
      try connection.with(fields) { fields in
        try connection.with(transfers) { transfers in
          try bind(&journal)
          try bind(&fields)
          try bind(&transfers)
          try read(&journal, &fields, &transfers, body)
        }
      }
    }
  }

  private func read(
    _ journal: inout Statement, _ fields: inout Statement, _ transfers: inout Statement,
    _ body: (JournalLine) throws -> Void
  ) throws {
    var field = try Self.field(&fields)
    var transfer = try Self.transfer(&transfers)
    while let row = try journal.next() {
      let sequence = row.int64(0)
      var itsFields: [EventFields.Field] = []
      while let next = field, next.0 <= sequence {
        if next.0 == sequence { itsFields.append(next.1) }
        field = try Self.field(&fields)
      }
      var itsTransfers: [Transfer] = []
      while let next = transfer, next.0 <= sequence {
        if next.0 == sequence { itsTransfers.append(next.1) }
        transfer = try Self.transfer(&transfers)
      }
      try body(Self.line(row, itsFields, itsTransfers))
    }
  }

  private static func line(
    _ row: borrowing Row, _ fields: [EventFields.Field], _ transfers: [Transfer]
  ) throws -> JournalLine {
    let type = try row.text(5)
    for column: Int32 in [1, 2] where !times.contains(row.int64(column)) {
      throw damaged(row.int64(0), "it is of no time in the calendar")
    }
    if row.isNull(4), let kind = Lock.Kind(rawValue: type), transfers.isEmpty,
      let lock = Lock(
        sequence: row.int64(0), at: Moment(utcSeconds: row.int64(1)),
        recordedAt: Moment(utcSeconds: row.int64(2)), actor: try row.text(3), kind: kind,
        reason: try row.text(6), fields: fields)
    {
      return .lock(lock)
    }
    guard let order = try row.textOrNil(4),
      let event = Event.Kind(rawValue: type).flatMap(EventFields(fields).event)
    else {
      throw damaged(row.int64(0), "it is no event that this program knows (\(type))")
    }
    return .entry(
      Entry(
        sequence: row.int64(0), at: Moment(utcSeconds: row.int64(1)),
        recordedAt: Moment(utcSeconds: row.int64(2)), actor: try row.text(3), order: order,
        event: event, reason: try row.text(6), corrects: row.int64OrNil(7), transfers: transfers))
  }

  /// The years 1 through 9999 in UTC seconds.
  private static let times: ClosedRange<Int64> = -62_135_596_800...253_402_300_799

  private static func field(_ statement: inout Statement) throws -> (Int64, EventFields.Field)? {
    guard let row = try statement.next() else { return nil }
    return (row.int64(0), EventFields.Field(key: try row.text(1), value: try row.text(2)))
  }

  private static func transfer(_ statement: inout Statement) throws -> (Int64, Transfer)? {
    guard let row = try statement.next() else { return nil }
    guard let debit = Account(rawValue: row.int64(1)), let credit = Account(rawValue: row.int64(2)),
      let transfer = Transfer(debit: debit, credit: credit, amount: Money(fen: row.int64(3)))
    else { throw damaged(row.int64(0), "a transfer names an unknown account or no amount") }
    return (row.int64(0), transfer)
  }

  private static func damaged(_ sequence: Int64, _ why: String) -> Failure {
    Failure(
      .failed, "entry \(sequence) of the journal can't be read: \(why)",
      next: "restore a backup of the book")
  }
}
