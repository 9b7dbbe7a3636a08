public import Domain
public import Ledger
import SQLite

/// Orders and their journal. Entries are only ever added, one after the other.
///
/// Reading an order, posting to it and appending the entry belong into one transaction of the book.
public struct LedgerStore {
  let connection: Connection
  /// When the journal is read in two halves at once.
  var rule = JournalCut.Rule()

  /// The number of the newest entry; 0 for an empty journal.
  public func lastSequence() throws -> Int64 {
    try connection.first("SELECT coalesce(max(seq), 0) FROM journal") { row in row.int64(0) } ?? 0
  }

  /// The order with this name, if there is one.
  public func order(_ name: String) throws -> Order? {
    try connection.first("SELECT * FROM order_with_creator WHERE order_id = ?", name) { row in
      try OrderRow.read(row).order
    }
  }

  /// The orders that pass a filter: the earliest booked first, then by name in byte order.
  public func orders(_ filter: OrderFilter) throws -> [ListedOrder] {
    // A creator's orders are found by the index, without a look at all others.
    let creators = "SELECT creator_no FROM creator WHERE creator_id = ?2"
    let theirs = """
      AND order_id IN (SELECT order_id FROM orders WHERE creator_no IN (
        \(creators) UNION SELECT creator_no FROM creator WHERE merged_into IN (\(creators))))
      """
    return try connection.all(
      """
      SELECT * FROM order_with_creator AS o
      WHERE (NOT ?1 OR status IN ('booked', 'paid')) AND (?2 IS NULL OR kept_creator_id = ?2)
        \(filter.creator == nil ? "" : theirs)
        AND (?3 IS NULL OR EXISTS (SELECT 1 FROM journal
          WHERE order_id = o.order_id AND day BETWEEN ?3 AND ?4))
      ORDER BY booked_day, order_id
      """,
      filter.onlyOpen, filter.creator?.text, filter.days.map { Int64($0.lowerBound.number) },
      filter.days.map { Int64($0.upperBound.number) }
    ) { row in try OrderRow.read(row) }
  }

  /// The Xiaohongshu user ids of creators that have orders, where they are known.
  public func userIDs() throws -> [CreatorID: String] {
    let pairs = try connection.all(
      """
      SELECT c.creator_id, k.user_id FROM creator AS c
      JOIN creator AS k ON k.creator_no = ifnull(c.merged_into, c.creator_no)
      WHERE k.user_id IS NOT NULL AND c.creator_no IN (SELECT creator_no FROM orders)
      """
    ) { row in (CreatorID(try row.text(0)), try row.text(1)) }
    return Dictionary(pairs) { first, _ in first }
  }

  /// How many orders of a mode were booked on or after a day.
  public func orderCount(_ mode: FeeRate.Mode, since day: Day) throws -> Int64 {
    try connection.first(
      "SELECT count(*) FROM orders WHERE mode = ? AND booked_day >= ?", mode.rawValue,
      Int64(day.number)
    ) { row in row.int64(0) } ?? 0
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

  /// An order of a campaign for such a note of a creator that is not cancelled, the first by name.
  public func order(of creator: CreatorKey, _ format: NoteFormat, campaign: String) throws
    -> String?
  {
    try connection.first(
      """
      SELECT order_id FROM orders WHERE campaign = ?3 AND format = ?2 AND status <> 'cancelled'
        AND creator_no IN (SELECT creator_no FROM creator
          WHERE creator_no = ?1 OR merged_into = ?1)
      ORDER BY order_id LIMIT 1
      """, creator.number, format.rawValue, campaign
    ) { row in try row.text(0) }
  }

  /// The line that was recorded under a key, if there is one.
  public func line(key: String) throws -> JournalLine? {
    var found: JournalLine?
    let sequence = try connection.first("SELECT seq FROM journal WHERE key = ?", key) { row in
      row.int64(0)
    }
    guard let sequence else { return nil }
    try JournalScan.entry(sequence).read(from: connection) { found = $0 }
    return found
  }

  /// An order's entries, oldest first.
  public func entries(of order: String) throws -> [Entry] {
    var entries: [Entry] = []
    try JournalScan.order(order).read(from: connection) { line in
      if let entry = line.entry { entries.append(entry) }
    }
    return entries
  }

  /// Reads the whole journal, oldest line first.
  public func forEachLine(_ body: (JournalLine) throws -> Void) throws {
    try JournalScan.all.read(from: connection, body)
  }

  /// Tells an audit what it needs of the journal (``QuarterScan``).
  public func read(into auditor: inout Auditor) throws {
    try QuarterScan(connection: connection, rule: rule).run(into: &auditor)
  }

  /// How far the journal goes, and its hash.
  public func head() throws -> ChainHead {
    let head = try connection.first("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1") {
      row in (row.int64(0), Digest(row.blob(1)))
    }
    guard let head else {
      return ChainHead(sequence: 0, digest: Chain(bookID: try bookID()).digest)
    }
    guard let digest = head.1 else {
      throw Failure(
        .failed, "entry \(head.0) of the journal has no hash", next: "restore a backup of the book")
    }
    return ChainHead(sequence: head.0, digest: digest)
  }

  /// Looks through the whole book: the hashes of all entries, what the book is made of, and whether its
  /// orders stand where the journal leads.
  ///
  /// - Parameters:
  ///   - anchor: a head that was kept elsewhere, and that the journal must still have.
  ///   - progress: told now and then how many entries there were, and of how many.
  public func verify(
    anchor: ChainHead? = nil, progress: (Int, Int) -> Void = { _, _ in }
  ) throws -> Verification {
    var verifier = JournalVerifier(
      connection: connection, bookID: try bookID(), anchor: anchor, rule: rule)
    return try verifier.verify(progress)
  }

  /// The lock in force; `nil` when the books were never closed.
  public func lock() throws -> Lock? {
    let sequence = try connection.first("SELECT max(seq) FROM journal WHERE order_id IS NULL") {
      row in row.int64OrNil(0)
    }
    guard case .some(.some(let sequence)) = sequence else { return nil }
    var found: Lock?
    try JournalScan.entry(sequence).read(from: connection) { line in
      if case .lock(let lock) = line { found = lock }
    }
    return found
  }

  /// What each account holds by the entries of all days through a Shanghai day.
  public func balances(through day: Day) throws -> [Account: Money] {
    let rows = try connection.all(
      """
      SELECT account, sum(fen) FROM (
        SELECT debit AS account, amount_fen AS fen FROM transfer JOIN journal USING (seq)
        WHERE day <= ?1
        UNION ALL
        SELECT credit, -amount_fen FROM transfer JOIN journal USING (seq) WHERE day <= ?1)
      GROUP BY account
      """, Int64(day.number)
    ) { row in (Account(rawValue: row.int64(0)), Money(fen: row.int64(1))) }
    return Dictionary(rows.compactMap { pair in pair.0.map { ($0, pair.1) } }) { $0 + $1 }
  }

  /// Appends an entry and keeps where it leaves its order.
  ///
  /// - Parameters:
  ///   - entry: its number must be the newest one's plus 1.
  ///   - key: the caller's name for it, if any; no two entries share one.
  ///   - order: the order after the entry.
  ///   - head: how far the journal goes.
  /// - Returns: how far it goes then.
  public func append(
    _ entry: Entry, key: String?, leaving order: Order, upon head: ChainHead
  ) throws -> ChainHead {
    try OrderRow.save(order, to: connection)
    return try append(JournalRecord(entry, key: key), upon: head)
  }

  /// Closes the books, or opens them again.
  public func append(_ lock: Lock, key: String?, upon head: ChainHead) throws -> ChainHead {
    try append(JournalRecord(lock, key: key), upon: head)
  }

  /// Puts a row into the journal, its hash upon the newest one's.
  private func append(_ record: JournalRecord, upon head: ChainHead) throws -> ChainHead {
    var chain = Chain(after: head.digest)
    chain.add(record)
    try connection.run(
      """
      INSERT INTO journal (seq, at_utc, day, recorded_utc, actor, type, order_id, reason, key,
        corrects_seq, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      record.sequence, record.at.utcSeconds, Int64(record.at.day.number),
      record.recordedAt.utcSeconds, record.actor, record.type, record.order, record.reason,
      record.key, record.corrects, chain.digest.bytes)
    for field in record.fields {
      try connection.run(
        "INSERT INTO journal_field (seq, name, value) VALUES (?, ?, ?)", record.sequence, field.key,
        field.value)
    }
    for (index, transfer) in record.transfers.enumerated() {
      try connection.run(
        "INSERT INTO transfer (seq, line, debit, credit, amount_fen) VALUES (?, ?, ?, ?, ?)",
        record.sequence, index + 1, transfer.debit.number, transfer.credit.number,
        transfer.amount.fen)
    }
    return ChainHead(sequence: record.sequence, digest: chain.digest)
  }

  /// What tells this book from every other; the first hash stands on it.
  public func bookID() throws -> [UInt8] {
    try connection.first("SELECT book_id FROM book") { row in row.blob(0) } ?? []
  }
}
