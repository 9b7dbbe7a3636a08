import SQLite

/// Where a long journal is cut, so that both halves can be read at once, on two connections.
///
/// What is read of the second half stands on the hash that is kept of the cut's entry, and on nothing
/// else of the first. What else the two connections read at once is the same book too, as long as both see
/// the same newest entry: whatever an order does is written with its entry.
struct JournalCut {
  /// Which journals are cut, and whether their halves are read at once.
  typealias Rule = AtOnce.Rule

  /// The last entry of the first half.
  let end: Int64
  /// The hash that is kept of it.
  let hash: [UInt8]
  private let connection: Connection
  private let isAtOnce: Bool

  /// What both connections must see alike.
  private struct Seen: Equatable {
    let hash: [UInt8]?
    let newest: Int64?
  }

  /// The number of the newest entry that a connection sees.
  static func newest(of connection: Connection) throws -> Int64? {
    try connection.first("SELECT max(seq) FROM journal") { row in row.int64OrNil(0) } ?? nil
  }

  /// A cut in the middle of some entries; `nil` where there is nothing to cut.
  init?(_ entries: ClosedRange<Int64>, of connection: Connection, _ rule: Rule) throws {
    let (length, overflows) = entries.upperBound.subtractingReportingOverflow(entries.lowerBound)
    guard !overflows, length >= rule.fewest, length > 0 else { return nil }
    end = entries.lowerBound + length / 2
    guard let hash = try Self.hash(of: end, in: connection) else { return nil }
    (self.hash, self.connection, isAtOnce) = (hash, connection, rule.isAtOnce)
  }

  /// Reads both halves, or two other things of the book.
  ///
  /// - Parameters:
  ///   - first: reads the first half on this connection.
  ///   - second: reads the second half on the connection it is given.
  /// - Returns: `nil` when the second connection sees another journal than this one.
  func run<First, Second: Sendable>(
    first: () throws -> First, second: @escaping @Sendable (Connection) throws -> Second
  ) throws -> (First, Second)? {
    guard isAtOnce else { return (try first(), try second(connection)) }
    let end = end
    return try AtOnce.run(
      connection,
      mark: { Seen(hash: try Self.hash(of: end, in: $0), newest: try Self.newest(of: $0)) },
      first: first, second: second)
  }

  private static func hash(of sequence: Int64, in connection: Connection) throws -> [UInt8]? {
    try connection.first(
      "SELECT hash FROM journal WHERE seq = ? AND length(hash) = 32", sequence
    ) { row in row.blob(0) }
  }
}
