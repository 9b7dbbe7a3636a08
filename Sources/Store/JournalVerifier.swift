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
  private(set) var findings: [Finding] = []
  private var head: ChainHead
  private var anchored: Digest?

  init(connection: Connection, bookID: [UInt8], anchor: ChainHead?) {
    (self.connection, self.bookID, self.anchor) = (connection, bookID, anchor)
    head = ChainHead(sequence: 0, digest: Chain(bookID: bookID).digest)
  }

  mutating func verify(_ progress: (Int, Int) -> Void = { _, _ in }) throws -> Verification {
    findings = try SchemaCheck(connection: connection).findings()
    var replay = Replay()
    var (lines, total) = (0, 0)
    try guarding { verifier in
      total = try verifier.entryCount()
      try verifier.followChain { line in
        replay.add(line)
        lines += 1
        if lines % 1_000 == 0 { progress(lines, total) }
      }
    }
    // Behind a broken chain the journal can't be trusted to say where the orders stand.
    if !findings.contains(where: { $0.code == .chainBroken }) {
      try guarding { verifier in try verifier.compare(&replay) }
    }
    checkAnchor()
    return Verification(head: head, findings: findings)
  }

  /// What SQLite or the rows themselves make unreadable is a finding too.
  private mutating func guarding(_ body: (inout JournalVerifier) throws -> Void) throws {
    do {
      try body(&self)
    } catch let error as SQLiteError
      where [ResultCode.corrupt, ResultCode.mismatch].contains(error.primaryCode)
    {
      broken("the file is damaged after entry \(head.sequence): \(error.message)")
    } catch let failure as Failure where failure.kind == .failed {
      broken(failure.sentence)
    }
  }

  /// Goes through the chain as far as it holds, and hands its lines to `play`.
  mutating func followChain(_ play: (JournalLine) -> Void) throws {
    var chain = Chain(bookID: bookID)
    if anchor?.sequence == 0 { anchored = chain.digest }
    var (last, bad, unreadable, anchored) = (Int64(0), String?.none, String?.none, anchored)
    // What was read holds, even when a damaged page ends the reading.
    defer { (head, self.anchored) = (ChainHead(sequence: last, digest: chain.digest), anchored) }
    let place = anchor?.sequence
    let orphan = try JournalScan.all.run(on: connection) { entry, placing, hash in
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
      if last == place { anchored = chain.digest }
      // Behind an entry that says nothing, the rest can be hashed, but not played.
      if unreadable == nil {
        do throws(Failure) {
          play(try JournalScan.line(entry))
        } catch {
          unreadable = error.sentence
        }
      }
      return true
    }
    if let orphan { bad = Self.bad(JournalScan.fault(ofOrphan: orphan, after: last)) }
    if let bad = bad ?? unreadable { broken(bad) }
  }

  private func entryCount() throws -> Int {
    try connection.first("SELECT max(seq) FROM journal") { row in Int(row.int64(0)) } ?? 0
  }

  private static func bad(_ fault: JournalScan.Fault) -> String {
    "entry \(fault.sequence) is the first bad one: \(fault.why)"
  }

  private mutating func compare(_ replay: inout Replay) throws {
    try connection.with("SELECT * FROM order_with_creator ORDER BY order_id") { orders in
      while let row = try orders.next() { replay.compare(try OrderRow.read(row).order) }
    }
    findings += replay.finish()
  }

  private mutating func checkAnchor() {
    guard let anchor, anchor.digest != anchored else { return }
    let how =
      anchor.sequence > head.sequence
      ? "the journal has no entry \(anchor.sequence) any more, its newest is \(head.sequence): "
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
