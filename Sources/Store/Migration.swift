import CEmbedded

/// One step of the schema: a file of `migrations/`, compiled in.
struct Migration: Equatable {
  /// The number in front of its file name; the book's `user_version` after it ran.
  let version: Int64
  /// The file's name.
  let name: String
  /// The file's text, as bytes: every start compares it, only an upgrade reads it.
  let sql: [UInt8]

  /// The steps that this program knows, oldest first, numbered 1, 2, 3, …
  static let known: [Migration] = (0..<embedded_migration_count()).compactMap { index in
    embedded_migration(index).map { file in
      Migration(
        version: Int64(index) + 1, name: String(cString: file.pointee.name),
        sql: Array(UnsafeBufferPointer(start: file.pointee.bytes, count: file.pointee.count)))
    }
  }

  /// Whether the entries of the journal get their hashes after this step.
  var beginsChain: Bool { name.hasSuffix("_chain.sql") }

  /// The text for SQLite.
  var text: String { String(decoding: sql, as: UTF8.self) }

  /// Whether a book that ran a step of this text ran this step.
  func isSame(as text: Span<UInt8>) -> Bool {
    text.count == sql.count && text.indices.allSatisfy { text[$0] == sql[$0] }
  }
}
