import Domain
import SQLite

/// Fills the postings that searches read. They follow from the creators alone.
struct SearchIndex {
  /// Of the rules that make tokens and of the table of pinyin: raised with every change of either, which
  /// makes every book's index anew.
  static let version: Int64 = 2
  /// How many creators a segment has.
  static let segmentSize: Int64 = 1 << 17

  let connection: Connection

  /// What of the creators is in the postings.
  struct State {
    /// Creators up to here are, but for the changed ones.
    let upto: Int64
    /// The number of the newest creator.
    let newest: Int64
    /// Those that changed since.
    let changed: Set<Int64>

    /// How many a search must look at one by one.
    var openCount: Int64 { newest - upto + Int64(changed.count) }
    /// Those above are in no posting.
    var segments: Range<Int64> { 0..<((upto + segmentSize - 1) / segmentSize) }
  }

  /// What of the creators is in the postings now.
  func state() throws -> State {
    let numbers = try connection.first(
      """
      SELECT iif(version = ?, upto_no, 0), ifnull((SELECT max(creator_no) FROM creator), 0)
      FROM search_state
      """, Self.version
    ) { row in (row.int64(0), row.int64(1)) }
    let (upto, newest) = numbers ?? (0, 0)
    let changed =
      upto == 0
      ? []
      : try connection.all("SELECT creator_no FROM search_changed") { row in row.int64(0) }
    return State(upto: min(upto, newest), newest: newest, changed: Set(changed))
  }

  /// Brings every segment with a creator that is new, changed or counted anew up to date, inside a
  /// transaction of the caller.
  ///
  /// - Parameters:
  ///   - day: whose newest follower counts are kept.
  ///   - progress: told after every thousand names how many were read, and of how many.
  func refresh(_ pinyin: Pinyin, on day: Day, progress: (Int, Int) -> Void) throws {
    let state = try state()
    var segments = Set(state.changed.map { ($0 - 1) / Self.segmentSize })
    let known = state.upto == 0 ? 0 : (state.upto - 1) / Self.segmentSize
    let last = state.newest == 0 ? 0 : (state.newest - 1) / Self.segmentSize
    if state.newest > state.upto { segments.formUnion(known...last) }
    if state.upto == 0 {
      try connection.run("DELETE FROM search_posting")
      try connection.run("DELETE FROM search_followers")
      try connection.run("UPDATE search_state SET counted_day = 0")
    }
    let total = min(segments.count * Int(Self.segmentSize), Int(state.newest))
    var done = 0
    var postings = SearchPostings()
    for segment in segments.sorted() {
      try connection.run("DELETE FROM search_posting WHERE segment = ?", segment)
      try gather(segment, pinyin, &postings) {
        done += 1
        if done % 1_000 == 0 { progress(done, total) }
      }
      try write(segment, &postings)
    }
    try connection.run("DELETE FROM search_changed")
    try connection.run(
      "UPDATE search_state SET version = ?, upto_no = ?", Self.version, state.newest)
    let counts = SearchCounts(connection: connection)
    try counts.refresh(
      segments.union(try counts.open().segments), upto: state.newest, on: day)
  }

  private func gather(
    _ segment: Int64, _ pinyin: Pinyin, _ postings: inout SearchPostings, each: () -> Void
  ) throws {
    let base = segment * Self.segmentSize
    var spoken = SpokenName()
    try connection.with(
      """
      SELECT creator_no, nickname, merged_into, creator_id, red_id FROM creator
      WHERE creator_no > ? AND creator_no <= ? ORDER BY creator_no
      """
    ) { statement in
      try statement.bind(1, base)
      try statement.bind(2, base + Self.segmentSize)
      while let row = try statement.next() {
        each()
        let number = UInt32(row.int64(0) - base)
        if row.isNull(2) {
          let name = Key.foldedScalars(try row.text(1))
          SearchToken.each(of: name) { postings.add($0, number, $1) }
          spoken.read(name, by: pinyin)
          SearchToken.each(of: spoken) { postings.add($0, number) }
        }
        for column in Int32(3)...4 where Self.isUnfolded(row.utf8(column)) {
          let id = Key.foldedScalars(try row.text(column))
          postings.add(SearchToken.id(SearchToken.letters(ofID: id)).lowerBound, number)
        }
      }
    }
  }

  /// Whether an id may be another one when it is folded: it has capitals or signs that are not ASCII.
  static func isUnfolded(_ id: Span<UInt8>) -> Bool {
    for place in id.indices where id[place] >= 0x80 || (0x41...0x5A).contains(id[place]) {
      return true
    }
    return false
  }

  private func write(_ segment: Int64, _ postings: inout SearchPostings) throws {
    try connection.with(
      "INSERT INTO search_posting (segment, token, numbers) VALUES (?, ?, ?)"
    ) { statement in
      try postings.drain { token, numbers in
        try statement.bind(1, segment)
        try statement.bind(2, token)
        try statement.bind(3, numbers)
        _ = try statement.step()
        statement.reset()
      }
    }
  }
}
