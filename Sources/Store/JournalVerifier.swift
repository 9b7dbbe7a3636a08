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

  mutating func verify() throws -> Verification {
    findings = try SchemaCheck(connection: connection).findings()
    try guarding { verifier in try verifier.followChain() }
    // Behind a broken chain the journal can't be trusted to say where the orders stand.
    if !findings.contains(where: { $0.code == .chainBroken }) {
      try guarding { verifier in try verifier.replay() }
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

  /// Goes through the chain as far as it holds.
  mutating func followChain() throws {
    var chain = Chain(bookID: bookID)
    if anchor?.sequence == 0 { anchored = chain.digest }
    var (last, bad, anchored) = (head, String?.none, anchored)
    // What was read holds, even when a damaged page ends the reading.
    defer { (head, self.anchored) = (last, anchored) }
    let place = anchor?.sequence
    try JournalScan(connection: connection).run(&chain) { told, chain in
      if let why = Self.fault(told) {
        bad = "entry \(told.sequence) is the first bad one: \(why)"
        return false
      }
      last = ChainHead(sequence: told.sequence, digest: chain.digest)
      if told.sequence == place { anchored = chain.digest }
      return true
    }
    if let bad { broken(bad) }
  }

  private static func fault(_ told: JournalScan.Told) -> String? {
    if let fault = told.fault { return fault }
    return told.isKept
      ? nil : "its hash is not that of its content and of the entries before it"
  }

  private mutating func replay() throws {
    var replay = Replay()
    try JournalReader.all.read(from: connection) { replay.add($0) }
    try connection.with("SELECT * FROM order_with_creator") { orders in
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
