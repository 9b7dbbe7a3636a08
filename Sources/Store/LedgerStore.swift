public import Domain
public import Ledger
import SQLite

/// Orders and their journal. Entries are only ever added, one after the other.
///
/// Reading an order, posting to it and appending the entry belong into one transaction of the book.
public struct LedgerStore {
  let connection: Connection

  /// The number of the newest entry; 0 for an empty journal.
  public func lastSequence() throws -> Int64 {
    try connection.first("SELECT coalesce(max(seq), 0) FROM journal") { row in row.int64(0) } ?? 0
  }

  /// The day of the latest event, whenever it was recorded; `nil` for an empty journal.
  public func lastDay() throws -> Day? {
    try connection.first("SELECT max(day) FROM journal") { row in
      row.int64OrNil(0).map { Day(number: Int32($0)) }
    } ?? nil
  }

  /// The order with this name, if there is one.
  public func order(_ name: String) throws -> Order? {
    try connection.first("SELECT * FROM order_with_creator WHERE order_id = ?", name) { row in
      try OrderRow.read(row).order
    }
  }

  /// The orders that pass a filter: the earliest booked first, then by name in byte order.
  public func orders(_ filter: OrderFilter) throws -> [ListedOrder] {
    try connection.all(
      """
      SELECT * FROM order_with_creator AS o
      WHERE (NOT ?1 OR status IN ('booked', 'paid')) AND (?2 IS NULL OR creator_id = ?2)
        AND (?3 IS NULL OR EXISTS (SELECT 1 FROM journal
          WHERE order_id = o.order_id AND day BETWEEN ?3 AND ?4))
      ORDER BY booked_day, order_id
      """,
      filter.onlyOpen, filter.creator?.text, filter.days.map { Int64($0.lowerBound.number) },
      filter.days.map { Int64($0.upperBound.number) }
    ) { row in try OrderRow.read(row) }
  }

  /// What a saved shortlist plans to order, by position; empty when there is no such shortlist.
  public func planned(by shortlist: String) throws -> [PlannedOrder] {
    try connection.all(
      """
      SELECT creator_id, format, quote_fen, agency FROM shortlist_pick WHERE shortlist = ?
      ORDER BY position
      """, shortlist
    ) { row in
      PlannedOrder(
        creator: CreatorID(try row.text(0)),
        format: NoteFormat(rawValue: try row.text(1)) ?? .image, quote: Money(fen: row.int64(2)),
        agency: try row.textOrNil(3))
    }
  }

  /// The entry that was recorded under a key, if there is one.
  public func entry(key: String) throws -> Entry? {
    var found: Entry?
    let sequence = try connection.first("SELECT seq FROM journal WHERE key = ?", key) { row in
      row.int64(0)
    }
    guard let sequence else { return nil }
    try JournalReader.entry(sequence).read(from: connection) { found = $0 }
    return found
  }

  /// An order's entries, oldest first.
  public func entries(of order: String) throws -> [Entry] {
    var entries: [Entry] = []
    try JournalReader.order(order).read(from: connection) { entries.append($0) }
    return entries
  }

  /// Reads the whole journal, oldest entry first.
  public func forEachEntry(_ body: (Entry) throws -> Void) throws {
    try JournalReader.all.read(from: connection, body)
  }

  /// Appends an entry and keeps where it leaves its order.
  ///
  /// - Parameters:
  ///   - entry: its number must be the newest one's plus 1.
  ///   - key: the caller's name for it, if any; no two entries share one.
  ///   - order: the order after the entry.
  public func append(_ entry: Entry, key: String?, leaving order: Order) throws {
    try OrderRow.save(order, to: connection)
    try connection.run(
      """
      INSERT INTO journal (seq, at_utc, day, recorded_utc, actor, type, order_id, reason, key,
        corrects_seq) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      entry.sequence, entry.at.utcSeconds, Int64(entry.day.number), entry.recordedAt.utcSeconds,
      entry.actor, entry.event.kind.rawValue, entry.order, entry.reason, key, entry.corrects)
    for field in EventFields(entry.event).fields {
      try connection.run(
        "INSERT INTO journal_field (seq, name, value) VALUES (?, ?, ?)", entry.sequence, field.key,
        field.value)
    }
    for (index, transfer) in entry.transfers.enumerated() {
      try connection.run(
        "INSERT INTO transfer (seq, line, debit, credit, amount_fen) VALUES (?, ?, ?, ?, ?)",
        entry.sequence, index + 1, transfer.debit.number, transfer.credit.number,
        transfer.amount.fen)
    }
  }
}
