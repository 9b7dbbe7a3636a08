import Domain
import Ledger
import SQLite

/// Reads as much of the journal as an audit of a quarter needs, so that the years before cost little: the
/// whole story of every order that has an entry dated in the quarter or later, that is open, or whose
/// number is written in an odd way and may be another one's. What else there is has no part in the quarter.
struct QuarterScan {
  let connection: Connection
  let rule: JournalCut.Rule

  /// Tells an audit first of the numbers of all entries, then the locks, then the orders' entries, each
  /// order's oldest first.
  func run(into auditor: inout Auditor) throws {
    let span = try numbers(&auditor)
    try locks(&auditor)
    guard let span else {
      return try tell(Self.others(in: connection), Early(), .max, &auditor)
    }
    if let (first, others) = try halves(span, &auditor) {
      let early = Early(first: first, orders: auditor.needed(from: span.lowerBound))
      return try tell(others, early, span.lowerBound, &auditor)
    }
    auditor = auditor.fromMiddle
    try Self.read(span, isNeeded: span.lowerBound, from: connection, &auditor)
    try tell(Self.others(in: connection), Early(), span.lowerBound, &auditor)
  }

  /// Tells the numbers, and gives the first one that is dated in the quarter or later, and the newest.
  private func numbers(_ auditor: inout Auditor) throws -> ClosedRange<Int64>? {
    let start = Int64(auditor.quarter.firstDay.number)
    guard let newest = try JournalCut.newest(of: connection) else { return nil }
    let cut = try JournalCut((newest > 0 ? 1 : newest)...newest, of: connection, rule)
    let end = cut?.end ?? .max
    let first = { try Self.first(.min...end, from: start, in: connection) }
    let halves = try cut?.run(first: first) { other in
      (
        first: try Self.first((end + 1) ... .max, from: start, in: other),
        isGapless: try Self.isGapless(through: newest, in: other)
      )
    }
    let isGapless =
      try halves?.1.isGapless ?? Self.isGapless(through: newest, in: connection)
    let begin =
      try halves.map { $0.0 ?? $0.1.first }
      ?? Self.first(.min ... .max, from: start, in: connection)
    if isGapless {
      auditor.count(through: newest)
    } else {
      try connection.with("SELECT seq FROM journal ORDER BY seq") { journal in
        while let row = try journal.next() { auditor.count(row.int64(0)) }
      }
    }
    return begin.map { $0...newest }
  }

  /// The first of some entries that is dated on a day or later.
  private static func first(
    _ entries: ClosedRange<Int64>, from day: Int64, in connection: Connection
  ) throws -> Int64? {
    try connection.first(
      "SELECT seq FROM journal WHERE seq BETWEEN ? AND ? AND day >= ? ORDER BY seq LIMIT 1",
      entries.lowerBound, entries.upperBound, day
    ) { row in row.int64(0) }
  }

  /// Whether the numbers are 1 through the newest: as many as that, and none below.
  private static func isGapless(through newest: Int64, in connection: Connection) throws -> Bool {
    let number = { (row: borrowing Row) in row.int64(0) }
    return try connection.first("SELECT count(*) FROM journal NOT INDEXED", as: number) == newest
      && connection.first("SELECT min(seq) FROM journal", as: number) == 1
  }

  private func locks(_ auditor: inout Auditor) throws {
    let locks = try connection.all(
      "SELECT seq FROM journal WHERE order_id IS NULL ORDER BY seq"
    ) { row in row.int64(0) }
    for sequence in locks {
      try JournalScan.entry(sequence).read(from: connection) { auditor.add($0) }
    }
  }

  /// Reads a long span in two halves at once, and what comes right before it: most orders of its first
  /// entries are booked there, and one look for each takes longer.
  ///
  /// - Returns: the first entry that was read, and the orders that matter besides (``others(in:)``); `nil`
  ///   when the span must be read in one.
  private func halves(
    _ span: ClosedRange<Int64>, _ auditor: inout Auditor
  ) throws -> (first: Int64, others: [String])? {
    // Entries are counted without an overflow where they are cut.
    guard try JournalCut(span, of: connection, rule) != nil else { return nil }
    let first = max(1, span.lowerBound &- (span.upperBound - span.lowerBound) / 8)
    // The second half looks through all orders besides, which takes as long as so many entries.
    let besides = span.upperBound / 45
    let cut = try JournalCut(
      min(first + besides, span.lowerBound)...span.upperBound, of: connection, rule)
    guard let cut else { return nil }
    let (start, later) = (span.lowerBound, (cut.end + 1)...span.upperBound)
    let empty = auditor.fromMiddle
    var joined = empty
    // About every fourth entry books an order; the first half takes over the other's.
    let orders = Int(min((span.upperBound - first) / 4, 1_000_000))
    joined.expect(orders: orders)
    let read = try cut.run(
      first: { try Self.read(first...cut.end, isNeeded: start, from: connection, &joined) },
      second: { other in
        var rest = empty
        rest.expect(orders: orders / 2)
        try Self.read(later, isNeeded: start, from: other, &rest)
        return (rest: rest, others: try Self.others(in: other))
      })
    guard let (rest, others) = read?.1, joined.canJoin(rest) else { return nil }
    joined.join(rest)
    auditor = joined
    return (first, others)
  }

  /// Tells the entries of some numbers; of an order that has none from `start` on, the quarter needs none.
  private static func read(
    _ entries: ClosedRange<Int64>, isNeeded start: Int64, from connection: Connection,
    _ auditor: inout Auditor
  ) throws {
    try JournalScan.lines(entries.lowerBound, through: entries.upperBound).run(
      on: connection, ahead: { auditor.expect($0, hasFields: $1) }
    ) { entry, _, _ in
      try JournalScan.add(
        entry, isNeeded: entry.sequence >= start, from: connection, to: &auditor)
      return true
    }
  }

  /// Orders that begin before the span, and the first entry of those that were read.
  private struct Early {
    var first: Int64 = .max
    var orders: [String] = []
  }

  /// Tells what is missing, order by order: of some orders, of those that were not told from their
  /// beginning, and of those that have an entry before what was read.
  private func tell(
    _ orders: [String], _ early: Early, _ start: Int64, _ auditor: inout Auditor
  ) throws {
    var missing = Set(orders.filter { !auditor.needs($0) })
    let older = try early.orders.filter { order in
      try connection.first(
        "SELECT 1 FROM journal WHERE order_id = ? AND seq < ?", order, early.first
      ) { _ in true } != nil
    }
    missing.formUnion(auditor.leaveOut(older, before: start))
    let sorted = missing.sorted { $0.precedesInBytes($1) }
    let empty = auditor.empty
    for told in try halves(of: sorted, empty) ?? [Self.tell(sorted[...], in: connection, empty)] {
      auditor.join(told)
    }
  }

  /// An audit of all entries of many orders, both halves of them read at once; `nil` when that can't be.
  private func halves(of orders: [String], _ empty: Auditor) throws -> [Auditor]? {
    guard orders.count >= 100, let newest = try JournalCut.newest(of: connection), newest > 1,
      let cut = try JournalCut(1...newest, of: connection, rule)
    else { return nil }
    let middle = orders.count / 2
    let told = try cut.run(
      first: { try Self.tell(orders[..<middle], in: connection, empty) },
      second: { try Self.tell(orders[middle...], in: $0, empty) })
    return told.map { [$0.0, $0.1] }
  }

  /// An audit of all entries of some orders.
  private static func tell(
    _ orders: ArraySlice<String>, in connection: Connection, _ empty: Auditor
  ) throws -> Auditor {
    var auditor = empty
    for order in orders {
      try JournalScan.order(order).run(on: connection) { entry, _, _ in
        try JournalScan.add(entry, isNeeded: true, from: connection, to: &auditor)
        return true
      }
    }
    return auditor
  }

  /// Orders that matter although no entry of them need be dated in the quarter or later, by name.
  private static func others(in connection: Connection) throws -> [String] {
    var names: [String] = []
    try connection.with(
      "SELECT order_id, status IN ('booked', 'paid') FROM orders ORDER BY order_id"
    ) { orders in
      while let row = try orders.next() {
        let isOdd = Self.isOdd(row.utf8(0))
        if row.int64(1) == 1 || isOdd { names.append(try row.text(0)) }
        if isOdd { names.append(Key.widthFolded(try row.text(0))) }
      }
    }
    return names
  }

  /// Whether a number holds more than what ASCII prints, and may be another one's in other signs.
  private static func isOdd(_ name: Span<UInt8>) -> Bool {
    for place in name.indices where !(0x21...0x7E).contains(name[place]) { return true }
    return false
  }
}

extension JournalScan {
  /// Tells an audit an entry of an order, and the day of the one that it corrects; a lock is passed over.
  fileprivate static func add(
    _ entry: borrowing EncodedEntry, isNeeded: Bool, from connection: Connection,
    to auditor: inout Auditor
  ) throws {
    if let corrects = entry.corrects {
      let day = try connection.first("SELECT day FROM journal WHERE seq = ?", corrects) { row in
        row.day(0)
      }
      if let day { auditor.tell(day, of: corrects) }
    }
    do throws(JournalLine.Unreadable) {
      try auditor.add(entry, isNeeded: isNeeded)
    } catch {
      throw failure(entry.sequence, error)
    }
  }
}
