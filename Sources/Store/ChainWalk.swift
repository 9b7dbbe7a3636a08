import Domain
import Ledger
import SQLite

/// Follows the chain through a part of the journal, as far as it holds, and plays what it passes.
struct ChainWalk: Sendable {
  /// The entries to walk through.
  let entries: ClosedRange<Int64>
  /// How far it came.
  private(set) var head: ChainHead
  /// What ended it, if it didn't come to the end.
  private(set) var bad: String?
  /// The first entry that says nothing: behind it the rest can be hashed, but not played.
  private(set) var unreadable: String?
  /// The hash of the anchored entry, if it was passed.
  private(set) var anchored: Digest?
  /// Where the orders of its entries stand.
  private(set) var replay: Replay
  private let anchor: Int64?
  /// About how many orders it will have to remember.
  private let orders: Int

  /// A walk that goes on after `head`.
  init(
    _ entries: ClosedRange<Int64>, after head: ChainHead, anchor: Int64?, orders: Int = 0
  ) {
    (self.entries, self.head, self.anchor) = (entries, head, anchor)
    self.orders = orders
    replay = Replay(isFromBeginning: head.sequence == 0)
    if anchor == head.sequence { anchored = head.digest }
  }

  /// The walk, walked.
  ///
  /// - Parameter progress: told after every thousand entries how many there were.
  func walked(on connection: Connection, progress: (Int) -> Void) throws -> ChainWalk {
    var walk = self
    walk.replay.expect(orders: orders)
    do {
      try walk.follow(connection, progress)
    } catch let error as SQLiteError where Self.isDamage(error) {
      // What was read before a damaged page holds.
      walk.bad = Self.damaged(after: walk.head, error)
    }
    return walk
  }

  /// Whether SQLite can't read what stands in the file.
  static func isDamage(_ error: SQLiteError) -> Bool {
    [ResultCode.corrupt, ResultCode.mismatch].contains(error.primaryCode)
  }

  /// What is said of it.
  static func damaged(after head: ChainHead, _ error: SQLiteError) -> String {
    "the file is damaged after entry \(head.sequence): \(error.message)"
  }

  private mutating func follow(_ connection: Connection, _ progress: (Int) -> Void) throws {
    var chain = Chain(after: head.digest)
    var (last, bad, unreadable, anchored) = (head.sequence, String?.none, String?.none, anchored)
    defer {
      head = ChainHead(sequence: last, digest: chain.digest)
      (self.bad, self.unreadable, self.anchored) = (bad, unreadable, anchored)
    }
    let (anchor, start) = (anchor, head.sequence)
    let orphan = try JournalScan.range(entries).run(
      on: connection, ahead: { replay.expect($0, hasFields: $1) }
    ) { entry, placing, hash in
      if let fault = placing.fault(of: entry.sequence, after: last) {
        bad = Self.bad(fault)
      } else if !chain.seal(&entry, expecting: hash) {
        bad = Self.bad(
          .init(
            sequence: entry.sequence,
            why: "its hash is not that of its content and of the entries before it"))
      }
      guard bad == nil else { return false }
      last = entry.sequence
      if last % 1_000 == 0 { progress(Int(last - start)) }
      if last == anchor { anchored = chain.digest }
      if unreadable == nil {
        do throws(JournalLine.Unreadable) {
          try replay.add(entry)
        } catch {
          unreadable = JournalScan.failure(entry.sequence, error).sentence
        }
      }
      return true
    }
    if let orphan { bad = Self.bad(JournalScan.fault(ofOrphan: orphan, after: last)) }
  }

  /// Looks for fields and transfers behind the newest entry, which the walk doesn't reach.
  mutating func end(on connection: Connection) throws {
    guard bad == nil else { return }
    let orphan = try JournalScan.range((head.sequence + 1) ... .max).run(on: connection) {
      _, _, _ in
      true
    }
    if let orphan { bad = Self.bad(JournalScan.fault(ofOrphan: orphan, after: head.sequence)) }
  }

  private static func bad(_ fault: JournalScan.Fault) -> String {
    "entry \(fault.sequence) is the first bad one: \(fault.why)"
  }

  /// Goes on by a walk through the entries after these.
  ///
  /// - Returns: `false` when the two can't be joined (``Ledger/Replay/join(_:)``).
  mutating func join(_ rest: ChainWalk) -> Bool {
    guard bad == nil else { return true }
    (head, bad, anchored) = (rest.head, rest.bad, anchored ?? rest.anchored)
    unreadable = unreadable ?? rest.unreadable
    return unreadable != nil || replay.join(rest.replay)
  }
}
