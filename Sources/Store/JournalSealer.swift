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
    try JournalScan(connection: connection).run(&chain) { told, chain in
      if let fault = told.fault {
        throw Failure(
          .failed, "entry \(told.sequence) of the journal can't be sealed: \(fault)",
          next: "restore a backup of the book")
      }
      digests.append((told.sequence, chain.digest))
      return true
    }
    try connection.run(script: "DROP TRIGGER journal_kept")
    for (sequence, digest) in digests {
      try connection.run("UPDATE journal SET hash = ? WHERE seq = ?", digest.bytes, sequence)
    }
    try connection.run(script: trigger)
  }
}
