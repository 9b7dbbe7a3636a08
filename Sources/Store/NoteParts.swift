import SQLite

extension Book {
  /// Reads all notes with what hangs on them, a long book's in two parts at once, each through a book that sees
  /// the same.
  ///
  /// - Parameter read: reads the notes of a span of places; it may be on another thread.
  /// - Returns: what it read, by the order in which the notes came into the book.
  public func noteParts<Part: Sendable>(
    _ read: @escaping @Sendable (Book, ClosedRange<Int64>) throws -> Part
  ) throws -> [Part] {
    try connection.snapshot {
      let ends = try connection.first("SELECT min(note_no), max(note_no) FROM note") { row in
        (row.int64(0), row.int64(1))
      }
      guard let (first, last) = ends, first > 0, last < .max else {
        return [try read(self, .min ... .max)]
      }
      let whole = first...last
      guard last - first >= noteRule.fewest else { return [try read(self, whole)] }
      let middle = first + (last - first) / 2
      let (early, late) = (first...middle, middle + 1...last)
      guard noteRule.isAtOnce else { return [try read(self, early), try read(self, late)] }
      let path = path
      let parts = try AtOnce.run(
        connection, mark: Self.mark, first: { try read(self, early) },
        second: { try read(Book(path: path, connection: $0), late) })
      return try parts.map { [$0, $1] } ?? [read(self, whole)]
    }
  }

  /// What changes whenever something does that reports on notes read: imports of results, the journal, and what
  /// is known of creators.
  @Sendable
  private static func mark(_ connection: Connection) throws -> String? {
    try connection.first(
      """
      SELECT printf('%s %d %d %d %d', hex(book_id), (SELECT max(import_no) FROM result_import),
        (SELECT count(*) FROM result_import), (SELECT max(seq) FROM journal),
        (SELECT max(change_no) FROM change_set)) FROM book
      """
    ) { row in try row.text(0) }
  }
}
