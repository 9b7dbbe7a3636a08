import Dispatch
import SQLite
import Synchronization

/// Two parts of a book that are read at once, on two connections.
enum AtOnce {
  /// What is read so, and whether at once.
  struct Rule: Sendable {
    /// The fewest rows that are parted: fewer are read before a second connection is open.
    var fewest: Int64 = 50_000
    /// `false` reads one part after the other on one connection, which sees its own transaction.
    var isAtOnce = true
  }

  /// Reads both parts.
  ///
  /// - Parameters:
  ///   - mark: tells one state of what is read from every other.
  ///   - first: reads the first part on this connection.
  ///   - second: reads the second part on the connection it is given.
  /// - Returns: `nil` when the second connection sees another state than this one.
  static func run<Mark: Equatable & Sendable, First, Second: Sendable>(
    _ connection: Connection, mark: @escaping @Sendable (Connection) throws -> Mark,
    first: () throws -> First, second: @escaping @Sendable (Connection) throws -> Second
  ) throws -> (First, Second)? {
    let (path, seen) = (connection.path, try mark(connection))
    let result = Mutex<Result<Second?, any Error>?>(nil)
    let group = DispatchGroup()
    DispatchQueue.global().async(group: group) {
      let read = Result {
        let other = try BookFile.connect(path, .readOnly)
        try other.keepFewPages()
        return try other.snapshot { try mark(other) == seen ? try second(other) : nil }
      }
      result.withLock { $0 = read }
    }
    let read = Result { try first() }
    group.wait()
    guard let second = try result.withLock({ try $0?.get() }) ?? nil else { return nil }
    return (try read.get(), second)
  }
}
