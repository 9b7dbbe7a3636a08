import Ledger
import SQLite

/// Tells the whole journal to a chain, straight from the rows: three statements side by side, without a
/// string or an array for an entry.
struct JournalScan {
  let connection: Connection

  /// An entry that has been told and sealed, or one that should be there.
  struct Told {
    let sequence: Int64
    /// Whether the kept hash is the one that the row gives.
    let isKept: Bool
    /// What is wrong with the rows whatever their hash, `nil` when nothing is.
    let fault: String?
  }

  /// Hands each entry to `body`, oldest first, until it returns `false`.
  func run(_ chain: inout Chain, _ body: (Told, Chain) throws -> Bool) throws {
    try connection.with(
      """
      SELECT seq, at_utc, recorded_utc, corrects_seq, actor, type, order_id, reason, key, day, hash
      FROM journal ORDER BY seq
      """
    ) { journal in
      try connection.with("SELECT seq, name, value FROM journal_field ORDER BY seq, name") {
        fields in
        try connection.with(
          "SELECT seq, line, debit, credit, amount_fen FROM transfer ORDER BY seq, line"
        ) { transfers in
          try run(&chain, &journal, &fields, &transfers, body)
        }
      }
    }
  }

  private func run(
    _ chain: inout Chain, _ journal: inout Statement, _ fields: inout Statement,
    _ transfers: inout Statement, _ body: (Told, Chain) throws -> Bool
  ) throws {
    var last: Int64 = 0
    var field = try Self.nextSequence(&fields)
    var transfer = try Self.nextSequence(&transfers)
    while let row = try journal.next() {
      let sequence = row.int64(0)
      let orphan = min(field ?? .max, transfer ?? .max)
      if orphan < sequence || sequence != last + 1 {
        _ = try body(Self.misplaced(sequence, after: last, orphan), chain)
        return
      }
      var fault: String?
      Self.begin(row, sequence, &chain)
      if row.int64(9) != Self.day(of: row.int64(1)) {
        fault = "its day is not the day of its time"
      }
      while field == sequence {
        let row = fields.current()
        chain.field(row.utf8(1), row.utf8(2))
        field = try Self.nextSequence(&fields)
      }
      var line: Int64 = 0
      while transfer == sequence {
        let row = transfers.current()
        line += 1
        if row.int64(1) != line { fault = "its transfers are not numbered 1, 2, 3 …" }
        chain.transfer(debit: row.int64(2), credit: row.int64(3), fen: row.int64(4))
        transfer = try Self.nextSequence(&transfers)
      }
      if !chain.seal() { fault = "it has a field or an account that no entry has" }
      let isKept = chain.isAt(journal.current().bytes(10))
      guard try body(Told(sequence: sequence, isKept: isKept, fault: fault), chain) else { return }
      last = sequence
    }
    let orphan = min(field ?? .max, transfer ?? .max)
    if orphan < .max { _ = try body(Self.misplaced(.max, after: last, orphan), chain) }
  }

  /// What is wrong where the numbers don't go on as they should.
  private static func misplaced(_ sequence: Int64, after last: Int64, _ orphan: Int64) -> Told {
    let first = min(orphan, sequence, last + 1)
    let fault =
      first == last + 1
      ? "it is missing"
      : first == orphan
        ? "it has fields or transfers, but there is no such entry"
        : "entries are numbered from 1"
    return Told(sequence: first, isKept: false, fault: fault)
  }

  /// The Shanghai day of a time, as the table's own rule has it; of a time that nobody lives to see, too.
  private static func day(of utcSeconds: Int64) -> Int64 {
    let (seconds, overflows) = utcSeconds.addingReportingOverflow(28_800)
    return overflows ? .max : seconds / 86_400
  }

  private static func begin(_ row: borrowing Row, _ sequence: Int64, _ chain: inout Chain) {
    let numbers = Chain.Numbers(
      sequence: sequence, at: row.int64(1), recordedAt: row.int64(2), corrects: row.int64OrNil(3))
    let hasKey = !row.isNull(8)
    chain.begin(
      numbers, actor: row.utf8(4), type: row.utf8(5), order: row.utf8(6), reason: row.utf8(7),
      key: hasKey ? row.utf8(8) : nil)
  }

  private static func nextSequence(_ statement: inout Statement) throws -> Int64? {
    guard let row = try statement.next() else { return nil }
    return row.int64(0)
  }
}
