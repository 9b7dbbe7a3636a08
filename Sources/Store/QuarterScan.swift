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
    let others = try entries(span, &auditor).filter { !auditor.knows($0) }
    guard try !halves(of: others, span, &auditor) else { return }
    try Self.tell(others[...], in: connection, &auditor)
  }

  /// Tells all of some orders.
  private static func tell(
    _ orders: ArraySlice<String>, in connection: Connection, _ auditor: inout Auditor
  ) throws {
    for order in orders where !auditor.knows(order) {
      try JournalScan.order(order).read(from: connection, into: &auditor)
    }
  }

  /// Tells all of many orders, both halves of them at once; `false` when that can't be.
  private func halves(
    of orders: [String], _ span: ClosedRange<Int64>?, _ auditor: inout Auditor
  ) throws -> Bool {
    guard orders.count >= 100, let span, let cut = try JournalCut(span, of: connection, rule) else {
      return false
    }
    let (middle, empty) = (orders.count / 2, auditor.fromMiddle)
    var joined = auditor
    let rest = try cut.run(
      first: { try Self.tell(orders[..<middle], in: connection, &joined) },
      second: { other in
        var rest = empty
        try Self.tell(orders[middle...], in: other, &rest)
        return rest
      })?.1
    guard let rest, rest.waiting.isEmpty, joined.canJoin(rest) else { return false }
    joined.join(rest)
    auditor = joined
    return true
  }

  /// Tells the numbers, and gives the first one that is dated in the quarter or later, and the newest.
  private func numbers(_ auditor: inout Auditor) throws -> ClosedRange<Int64>? {
    let start = Int64(auditor.quarter.firstDay.number)
    guard let newest = try JournalCut.newest(of: connection) else { return nil }
    let first = {
      try connection.first("SELECT seq FROM journal WHERE day >= ? ORDER BY seq LIMIT 1", start) {
        row in row.int64(0)
      }
    }
    let cut = try JournalCut((newest > 0 ? 1 : newest)...newest, of: connection, rule)
    let both = try cut?.run(first: first) { other in
      try Self.isGapless(through: newest, in: other)
    }
    let (begin, isGapless) =
      try both ?? (first(), Self.isGapless(through: newest, in: connection))
    if isGapless {
      auditor.count(through: newest)
    } else {
      try connection.with("SELECT seq FROM journal ORDER BY seq") { journal in
        while let row = try journal.next() { auditor.count(row.int64(0)) }
      }
    }
    return begin.map { $0...newest }
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

  /// Tells the entries of a span, and of their orders what is before it.
  ///
  /// - Returns: the orders that matter besides (``others(in:)``).
  private func entries(
    _ span: ClosedRange<Int64>?, _ auditor: inout Auditor
  ) throws -> [String] {
    if let span {
      if let others = try halves(span, &auditor) { return others }
      try tell(
        span, after: Early(span.lowerBound, before: span, auditor.fromMiddle), &auditor)
    }
    return try Self.others(in: connection)
  }

  /// The same of a long span, both halves at once; `nil` when it must be read in one.
  private func halves(
    _ span: ClosedRange<Int64>, _ auditor: inout Auditor
  ) throws -> [String]? {
    guard let cut = try JournalCut(span, of: connection, rule) else { return nil }
    let empty = auditor.fromMiddle
    // Entries are counted without an overflow where they are cut.
    let room = (span.upperBound - span.lowerBound) / 8
    let (first, overflows) = span.lowerBound.subtractingReportingOverflow(room)
    var (joined, early) = (auditor, Early(overflows ? 1 : first, before: span, empty))
    let later = (cut.end + 1)...span.upperBound
    let read = try cut.run(
      first: {
        try JournalScan.lines(early.first, through: span.lowerBound &- 1).read(
          from: connection, into: &early.auditor)
        try tell(span.lowerBound...cut.end, after: early, &joined)
      },
      second: { other in
        var rest = empty
        try JournalScan.lines(later.lowerBound, through: later.upperBound).read(
          from: other, into: &rest)
        return (rest: rest, others: try Self.others(in: other))
      })
    guard let (rest, others) = read?.1, joined.canJoin(rest) else { return nil }
    for entry in rest.waiting {
      if !joined.knows(entry.order) { try tellEarlier(entry.order, early, &joined) }
      try JournalScan.tellCorrected(by: entry.corrects, in: connection, &joined)
      joined.add(entry)
    }
    joined.join(rest)
    auditor = joined
    return others
  }

  /// What is read of the entries right before a span: most orders of its first ones are booked there, and
  /// one look for each takes longer. In vain is what is read of all others.
  private struct Early {
    /// The first entry that is read, and the one before which they end.
    let first, end: Int64
    var auditor: Auditor

    init(_ first: Int64, before span: ClosedRange<Int64>, _ auditor: Auditor) {
      (self.first, end, self.auditor) = (first, span.lowerBound, auditor)
    }
  }

  /// Tells some entries of a span, and of orders that are not booked there what is before it.
  private func tell(
    _ entries: ClosedRange<Int64>, after early: Early, _ auditor: inout Auditor
  ) throws {
    try JournalScan.lines(entries.lowerBound, through: entries.upperBound).run(on: connection) {
      entry, _, _ in
      var place = auditor.place(of: entry)
      // One that is booked here has nothing before.
      if place == nil, !entry.isBooking, let order = try JournalScan.line(entry).entry?.order {
        try tellEarlier(order, early, &auditor)
        place = auditor.place(of: entry)
      }
      try JournalScan.add(entry, at: place, from: connection, to: &auditor)
      return true
    }
  }

  private func tellEarlier(_ order: String, _ early: Early, _ auditor: inout Auditor) throws {
    if early.auditor.knows(order) {
      let isOlder = try connection.first(
        "SELECT 1 FROM journal WHERE order_id = ? AND seq < ?", order, early.first
      ) { _ in true }
      if isOlder == nil, auditor.take(order, from: early.auditor) { return }
    }
    try JournalScan.order(order, before: early.end).read(from: connection, into: &auditor)
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
  /// Tells an audit each entry of an order, oldest first; locks are passed over.
  func read(from connection: Connection, into auditor: inout Auditor) throws {
    try run(on: connection) { entry, _, _ in
      try Self.add(entry, at: auditor.place(of: entry), from: connection, to: &auditor)
      return true
    }
  }

  fileprivate static func add(
    _ entry: borrowing EncodedEntry, at place: Int?, from connection: Connection,
    to auditor: inout Auditor
  ) throws {
    try tellCorrected(by: entry.corrects, in: connection, &auditor)
    do throws(JournalLine.Unreadable) {
      try auditor.add(entry, at: place)
    } catch {
      throw failure(entry.sequence, error)
    }
  }

  /// Tells the day of an entry that another one corrects.
  fileprivate static func tellCorrected(
    by corrects: Int64?, in connection: Connection, _ auditor: inout Auditor
  ) throws {
    guard let corrects else { return }
    let day = try connection.first("SELECT day FROM journal WHERE seq = ?", corrects) { row in
      row.day(0)
    }
    if let day { auditor.tell(day, of: corrects) }
  }
}
