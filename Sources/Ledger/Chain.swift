import CCrypto

/// The hash chain over the journal (LEDGER section 7): each hash covers an entry and the hash before it,
/// so the last one covers all of them.
public struct Chain: Sendable {
  /// The newest hash.
  private var newest: [UInt8]

  /// The chain of a book without entries.
  public init(bookID: [UInt8]) {
    let start = "\(EncodedEntry.version)genesis\0"
    self.init(after: Self.hash(Array(start.utf8) + bookID))
  }

  /// A chain that goes on after an entry with this hash.
  public init(after digest: Digest) { newest = digest.bytes }

  /// The hash of the newest sealed entry; of the book's id before the first.
  public var digest: Digest { Digest(uncheckedBytes: newest) }

  /// Hashes an entry that has been told to its end; ``digest`` is its hash then.
  public mutating func seal(_ entry: inout EncodedEntry) {
    let end = entry.end
    newest.withUnsafeMutableBytes { newest in
      entry.room.withUnsafeMutableBytes { room in
        room.copyMemory(from: UnsafeRawBufferPointer(newest))
        let digest = newest.baseAddress?.assumingMemoryBound(to: UInt8.self)
        kb_sha256(room.baseAddress, end, digest)
      }
    }
  }

  /// Seals an entry if that gives the hash that is kept of it; else the chain stays where it was.
  public mutating func seal(_ entry: inout EncodedEntry, expecting kept: Span<UInt8>) -> Bool {
    seal(&entry)
    if ByteHash.isSame(newest.span, kept) { return true }
    newest = Array(entry.room[..<Digest.length])
    return false
  }

  /// Seals a whole entry.
  public mutating func add(_ record: JournalRecord) {
    var entry = EncodedEntry(record)
    seal(&entry)
  }

  static func hash(_ bytes: [UInt8]) -> Digest {
    var digest = [UInt8](repeating: 0, count: Digest.length)
    bytes.withUnsafeBytes { kb_sha256($0.baseAddress, $0.count, &digest) }
    return Digest(uncheckedBytes: digest)
  }
}

extension Digest {
  fileprivate init(uncheckedBytes bytes: [UInt8]) { self.bytes = bytes }
}
