import Domain
import Ledger
import SQLite

/// Looks through the whole book: the chain, what it is made of, and where its orders stand.
struct JournalVerifier {
  let connection: Connection
  /// The genesis of the chain.
  let bookID: [UInt8]
  /// A head that was kept elsewhere.
  let anchor: ChainHead?
  let rule: JournalCut.Rule
  private(set) var findings: [Finding] = []

  init(
    connection: Connection, bookID: [UInt8], anchor: ChainHead?,
    rule: JournalCut.Rule = JournalCut.Rule()
  ) {
    (self.connection, self.bookID, self.anchor, self.rule) = (connection, bookID, anchor, rule)
  }

  mutating func verify(
    _ progress: (Int, Int) -> Void = { _, _ in }
  ) throws -> Verification {
    findings = try SchemaCheck(connection: connection).findings()
    let walk = try self.walk(progress)
    if let bad = walk.bad ?? walk.unreadable {
      // Behind a broken chain the journal can't be trusted to say where the orders stand.
      broken(bad)
    } else {
      try compare(walk)
    }
    checkAnchor(walk)
    return Verification(head: walk.head, findings: findings)
  }

  /// Goes through the chain as far as it holds.
  func walk(_ progress: (Int, Int) -> Void = { _, _ in }) throws -> ChainWalk {
    let genesis = ChainHead(sequence: 0, digest: Chain(bookID: bookID).digest)
    let newest = try connection.first("SELECT max(seq) FROM journal") { row in row.int64(0) } ?? 0
    if let walk = try walkInHalves(after: genesis, through: newest, progress) { return walk }
    return try ChainWalk(.min ... .max, after: genesis, anchor: anchor?.sequence)
      .walked(on: connection) { progress($0, Int(newest)) }
  }

  /// The same of a long journal, both halves at once; `nil` when it must be read in one.
  private func walkInHalves(
    after genesis: ChainHead, through newest: Int64, _ progress: (Int, Int) -> Void
  ) throws -> ChainWalk? {
    guard newest > 0, newest < .max, let cut = try JournalCut(1...newest, of: connection, rule),
      let digest = Digest(cut.hash)
    else { return nil }
    let middle = ChainHead(sequence: cut.end, digest: digest)
    // About every fourth entry books an order; the first half takes over the other's.
    let orders = Int(min(newest / 4, 1_000_000))
    let first = ChainWalk(
      .min...cut.end, after: genesis, anchor: anchor?.sequence, orders: orders)
    let second = ChainWalk(
      (cut.end + 1)...newest, after: middle, anchor: anchor?.sequence, orders: orders / 2)
    let walks = try cut.run(
      first: { try first.walked(on: connection) { progress(2 * $0, Int(newest)) } },
      second: { try second.walked(on: $0) { _ in } })
    guard let walks else { return nil }
    var walk = walks.0
    guard walk.join(walks.1) else { return nil }
    try walk.end(on: connection)
    return walk
  }

  private mutating func compare(_ walk: ChainWalk) throws {
    do {
      let replay = try Self.halves(walk.replay, connection, rule, through: walk.head.sequence)
      findings += try (replay ?? Self.compared(walk.replay, in: connection)).finish()
    } catch let error as SQLiteError where ChainWalk.isDamage(error) {
      broken(ChainWalk.damaged(after: walk.head, error))
    } catch let failure as Failure where failure.kind == .failed {
      broken(failure.sentence)
    }
  }

  /// A replay that has compared all orders, two halves of them at once; `nil` when that can't be.
  private static func halves(
    _ replay: Replay, _ connection: Connection, _ rule: JournalCut.Rule, through newest: Int64
  ) throws -> Replay? {
    guard newest > 0, let cut = try JournalCut(1...newest, of: connection, rule),
      let middle = try connection.first(
        """
        SELECT order_id FROM orders ORDER BY order_id LIMIT 1
        OFFSET (SELECT count(*) / 2 FROM orders)
        """, as: { row in try row.text(0) })
    else { return nil }
    let apart = replay.apart
    let both = try cut.run(
      first: { try compared(replay, in: connection, .before(middle)) },
      second: { try compared(apart, in: $0, .from(middle)) })
    guard case (var whole, let second)? = both else { return nil }
    whole.join(comparedBy: second)
    return whole
  }

  /// Which orders are compared: all, or those by name before one or from it on.
  private enum Part {
    case all
    case before(String)
    case from(String)

    var condition: String {
      switch self {
      case .all: ""
      case .before: "WHERE order_id < ?"
      case .from: "WHERE order_id >= ?"
      }
    }
  }

  /// A replay that has compared some orders, by name.
  private static func compared(
    _ replay: Replay, in connection: Connection, _ part: Part = .all
  ) throws -> Replay {
    var (replay, creators) = (replay, OrderCreators(connection: connection))
    try connection.with("SELECT * FROM orders \(part.condition) ORDER BY order_id") { orders in
      switch part {
      case .all: break
      case .before(let name), .from(let name): try orders.bind(1, name)
      }
      while let row = try orders.next() {
        // Without its creator an order is none.
        guard let creator = try creators.read(row.int64(2)) else { continue }
        let isSame = replay.agree(row.utf8(0)) { order, isText in
          creator.isPlain && OrderRow.shows(row, order, isText)
            && isText(creator.id.utf8.span, order.terms.creator)
        }
        if !isSame, let kept = try LedgerStore(connection: connection).order(row.text(0)) {
          replay.compare(kept)
        }
      }
    }
    return replay
  }

  private mutating func checkAnchor(_ walk: ChainWalk) {
    guard let anchor, anchor.digest != walk.anchored else { return }
    let newest = walk.head.sequence
    let how =
      anchor.sequence > newest
      ? "the journal has no entry \(anchor.sequence) any more, its newest is \(newest): "
        + "entries were cut off, or an older copy was put in its place"
      : "entry \(anchor.sequence) is not the one that was anchored: the journal was written anew"
    findings.append(
      Finding(code: .headMismatch, order: nil, evidence: how, next: Self.elsewhere))
  }

  private mutating func broken(_ evidence: String) {
    findings.append(
      Finding(code: .chainBroken, order: nil, evidence: evidence, next: Self.elsewhere))
  }

  private static let elsewhere = CommandText.line("audit", "--verify", "--book", "BACKUP.db")
}
