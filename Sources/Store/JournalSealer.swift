import Domain
import Ledger
import SQLite

/// Gives the entries of a book from before the chain their hashes, inside the step that begins it.
struct JournalSealer {
  let connection: Connection

  /// Hashes every entry; the trigger that keeps entries as they are is away only meanwhile.
  func sealAll() throws {
    let id = try connection.first("SELECT book_id FROM book") { row in row.blob(0) }
    // A book that is being made has no entries yet.
    guard let id else { return }
    let trigger = try connection.first(
      "SELECT sql FROM sqlite_schema WHERE name = 'journal_kept'"
    ) { row in try row.text(0) }
    guard let trigger else {
      throw Failure(
        .failed, "the journal is not protected any more (trigger journal_kept is gone)",
        next: "restore a backup of the book")
    }
    var digests: [(Int64, Digest)] = []
    var chain = Chain(bookID: id)
    var last: Int64 = 0
    let orphan = try JournalScan.all.run(on: connection) { entry, placing, _ in
      if let fault = placing.fault(of: entry.sequence, after: last) {
        throw Self.damaged(fault)
      }
      chain.seal(&entry)
      last = entry.sequence
      digests.append((last, chain.digest))
      return true
    }
    if let orphan { throw Self.damaged(JournalScan.fault(ofOrphan: orphan, after: last)) }
    try connection.run(script: "DROP TRIGGER journal_kept")
    for (sequence, digest) in digests {
      try connection.run("UPDATE journal SET hash = ? WHERE seq = ?", digest.bytes, sequence)
    }
    try connection.run(script: trigger)
  }

  private static func damaged(_ fault: JournalScan.Fault) -> Failure {
    Failure(
      .failed, "entry \(fault.sequence) of the journal can't be sealed: \(fault.why)",
      next: "restore a backup of the book")
  }
}
