import Domain
import Ledger
import SQLite

/// Reads as much of the journal as an audit of a quarter needs, so that the years before cost little: the
/// whole story of every order that has an entry dated in the quarter or later, that is open, or whose
/// number is written in an odd way and may be another one's. What else there is has no part in the quarter.
struct QuarterScan {
  let connection: Connection
  /// The quarter's first day.
  let start: Day
  private var seen: Set<String> = []

  init(connection: Connection, start: Day) {
    (self.connection, self.start) = (connection, start)
  }

  /// Hands out the number and day of every entry, and then lines: first those about the books themselves,
  /// then the orders', each order's oldest first.
  mutating func run(
    number: (Int64, Day) -> Void, line: (JournalLine) throws -> Void
  ) throws {
    let first = try numbers(number)
    let locks = try connection.all(
      "SELECT seq FROM journal WHERE order_id IS NULL ORDER BY seq"
    ) { row in row.int64(0) }
    for sequence in locks {
      try JournalScan.entry(sequence).read(from: connection, line)
    }
    if let first {
      try JournalScan.from(first).read(from: connection) { next in
        guard let entry = next.entry else { return }
        let isNew = seen.insert(entry.order).inserted
        // One that is booked here has nothing before.
        if isNew, entry.event.kind != .book {
          try JournalScan.order(entry.order, before: first).read(from: connection, line)
        }
        try line(next)
      }
    }
    for order in try others() where seen.insert(order).inserted {
      try JournalScan.order(order).read(from: connection, line)
    }
  }

  /// Tells all numbers and days, and gives the first number that is dated in the quarter or later.
  private func numbers(_ body: (Int64, Day) -> Void) throws -> Int64? {
    var first: Int64?
    try connection.with("SELECT seq, day FROM journal ORDER BY seq") { journal in
      while let row = try journal.next() {
        let (sequence, day) = (row.int64(0), Day(number: Int32(clamping: row.int64(1))))
        if first == nil, day >= start { first = sequence }
        body(sequence, day)
      }
    }
    return first
  }

  /// Orders that matter although no entry of them need be dated in the quarter or later, by name.
  private func others() throws -> [String] {
    let names = try connection.all(
      """
      SELECT order_id FROM orders
      WHERE status IN ('booked', 'paid') OR order_id GLOB '*[^!-~]*' ORDER BY order_id
      """
    ) { row in try row.text(0) }
    return names.flatMap { name in
      let folded = Key.widthFolded(name)
      return folded == name ? [name] : [name, folded]
    }
  }
}
