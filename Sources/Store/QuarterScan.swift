import Domain
import Ledger
import SQLite

/// Reads as much of the journal as an audit of a quarter needs, so that the years before cost little: the
/// whole story of every order that has an entry dated in the quarter or later, that is open, or whose
/// number is written in an odd way and may be another one's. What else there is has no part in the quarter.
struct QuarterScan {
  let connection: Connection
  let rule: JournalCut.Rule

  /// Tells an audit first the numbers and days of all entries, then the locks, then the orders' entries, each
  /// order's oldest first.
  func run(into auditor: inout Auditor) throws {
    let span = try numbers(&auditor)
    try locks(&auditor)
    if let span { try entries(span, &auditor) }
    for order in try others() where !auditor.knows(order) {
      try JournalScan.order(order).read(from: connection) { auditor.add($0) }
    }
  }

  /// Tells all numbers and days, and gives the first number that is dated in the quarter or later, and the
  /// newest.
  private func numbers(_ auditor: inout Auditor) throws -> ClosedRange<Int64>? {
    var first: Int64?
    var last: Int64 = 0
    let start = auditor.quarter.firstDay
    try connection.with("SELECT seq, day FROM journal ORDER BY seq") { journal in
      while let row = try journal.next() {
        last = row.int64(0)
        let day = row.day(1)
        if first == nil, day >= start { first = last }
        auditor.count(last, on: day)
      }
    }
    return first.map { $0...last }
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
  private func entries(_ span: ClosedRange<Int64>, _ auditor: inout Auditor) throws {
    guard try !halves(span, &auditor) else { return }
    try JournalScan.range(span).read(from: connection) { line in
      guard let entry = line.entry else { return }
      try add(entry, after: span, &auditor)
    }
  }

  /// The same of a long span, both halves at once; `false` when it must be read in one.
  private func halves(_ span: ClosedRange<Int64>, _ auditor: inout Auditor) throws -> Bool {
    guard let cut = try JournalCut(span, of: connection, rule) else { return false }
    let (before, empty) = (auditor, auditor.fromMiddle)
    let later = (cut.end + 1)...span.upperBound
    let halves = try cut.run(
      first: {
        var auditor = before
        try JournalScan.range(span.lowerBound...cut.end).read(from: connection) { line in
          guard let entry = line.entry else { return }
          try add(entry, after: span, &auditor)
        }
        return auditor
      },
      second: { connection in
        var rest = empty
        try JournalScan.range(later).read(from: connection) { line in
          if line.entry != nil { rest.add(line) }
        }
        return rest
      })
    guard case (var joined, let rest)? = halves, joined.canJoin(rest) else { return false }
    for entry in rest.waiting { try add(entry, after: span, &joined) }
    joined.join(rest)
    auditor = joined
    return true
  }

  private func add(
    _ entry: Entry, after span: ClosedRange<Int64>, _ auditor: inout Auditor
  ) throws {
    // One that is booked here has nothing before.
    if entry.event.kind != .book, !auditor.knows(entry.order) {
      try JournalScan.order(entry.order, before: span.lowerBound).read(from: connection) {
        auditor.add($0)
      }
    }
    auditor.add(.entry(entry))
  }

  /// Orders that matter although no entry of them need be dated in the quarter or later, by name.
  private func others() throws -> [String] {
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
