public import Domain
import SQLite

/// Finds creators by parts of their names, by pinyin, ids and labels, in a book of any size.
///
/// What a search finds never depends on the index: creators that are not in it are looked at one by one.
/// All results are in ascending order of the keys; creators that were merged into others are not in them.
public struct SearchStore {
  /// So many creators may be outside of the index before a search brings it up to date.
  public static let openLimit: Int64 = 1_000

  let connection: Connection
  private var index: SearchIndex { SearchIndex(connection: connection) }

  init(connection: Connection) { self.connection = connection }

  /// How many creators' names a search looks at one by one.
  public func openCount() throws -> Int64 { try index.state().openCount }

  /// How many creators a refresh is for: those whose names, or whose follower counts, are looked up.
  func staleCount() throws -> Int64 {
    max(try openCount(), try SearchCounts(connection: connection).open().count)
  }

  /// Brings the index up to date, inside a transaction of the caller.
  func refresh(_ pinyin: Pinyin, on day: Day, progress: (Int, Int) -> Void) throws {
    try index.refresh(pinyin, on: day, progress: progress)
  }

  /// The creators whose nickname has the words, and where.
  public func hits(named words: SearchWords) throws -> [SearchHit] {
    let (spans, isExact) = SearchToken.plan(words.text)
    let state = try index.state()
    let open = try checked(try openNumbers(state)) { words.place(in: $0) }
    guard isExact, let span = spans.first else {
      let found = try numbers(in: state) { segment in
        SearchPosting.common(try spans.map { try list(segment, $0) })
      }
      return Self.hits(try checked(found) { words.place(in: $0) }, open)
    }
    let found = try entries(in: state) { segment in try entries(segment, span) }
    return Self.hits(found, open)
  }

  /// The creators whose nickname has the words.
  public func keys(named words: SearchWords) throws -> [CreatorKey] {
    try hits(named: words).map(\.key)
  }

  /// The creators whose nickname is read beginning with the words from some character on, or whose
  /// characters there begin with them.
  public func keys(read words: SearchWords, by pinyin: Pinyin) throws -> [CreatorKey] {
    guard !words.letters.isEmpty else { return [] }
    let state = try index.state()
    let (sure, likely) = Self.spans(of: words.letters)
    let found = try numbers(in: state) { segment in
      SearchPosting.union(try sure.flatMap { try list(segment, $0) })
    }
    let others = try numbers(in: state) { segment in
      SearchPosting.union(try likely.flatMap { try list(segment, $0) })
    }
    var spoken = SpokenName()
    let isRead = { (name: [UInt32]) -> SearchPlace? in
      spoken.read(name, by: pinyin)
      return spoken.has(words.letters) ? .inside : nil
    }
    let more = try checked(SearchPosting.rest(of: others, without: found), isRead)
    let open = try checked(try openNumbers(state), isRead)
    return SearchPosting.union(found + (more + open).map(SearchPosting.number))
      .map(CreatorKey.init(number:))
  }

  /// What every name that is read so has, and what names that may be read so have.
  private static func spans(of letters: [UInt8]) -> (
    sure: [SearchToken.Span], likely: [SearchToken.Span]
  ) {
    var (sure, likely): ([SearchToken.Span], [SearchToken.Span]) = ([], [])
    let reading = SearchToken.reading(Letters(letters))
    if letters.count <= Letters.most { sure.append(reading) } else { likely.append(reading) }
    // Two characters that are read shorter than the words: what follows them is to be looked at.
    for count in 1..<min(letters.count, Letters.most) {
      let token = SearchToken.reading(Letters(letters.prefix(count))).lowerBound
      likely.append(token..<(token + 1))
    }
    let initials = SearchToken.initials(Letters(letters.prefix(3)))
    if letters.count <= 3 { sure.append(initials) } else { likely.append(initials) }
    return (sure, likely)
  }

  /// The creators of whom an id begins with the words, or an id of one who was merged into them.
  public func keys(identified words: SearchWords) throws -> [CreatorKey] {
    let text = words.folded
    let end = words.text.count < SearchWords.leastOfID ? text + "\u{0}" : text + "\u{10FFFF}"
    var found = try connection.all(
      """
      SELECT ifnull(merged_into, creator_no) FROM creator WHERE creator_id >= ?1 AND creator_id < ?2
      UNION SELECT ifnull(merged_into, creator_no) FROM creator
        WHERE user_id >= ?1 AND user_id < ?2
      UNION SELECT ifnull(merged_into, creator_no) FROM creator WHERE red_id >= ?1 AND red_id < ?2
      """, text, end
    ) { row in row.int64(0) }
    let state = try index.state()
    let letters = SearchToken.letters(ofID: words.text)
    var span = SearchToken.id(letters)
    // Only words that are letters to their end, or to the token's, leave open how the token goes on.
    if words.text.count < SearchWords.leastOfID
      || letters.count < min(words.text.count, Letters.most)
    {
      span = span.lowerBound..<(span.lowerBound + 1)
    }
    let unfolded = try numbers(in: state) { segment in try list(segment, span) }
    for number in unfolded { found += try owner(of: number, words) }
    for number in try openNumbers(state) { found += try owner(of: number, words) }
    return SearchPosting.union(found).map(CreatorKey.init(number:))
  }

  private func owner(of number: Int64, _ words: SearchWords) throws -> [Int64] {
    try connection.first(
      """
      SELECT ifnull(merged_into, creator_no), creator_id, red_id FROM creator WHERE creator_no = ?
      """, number
    ) { row in
      guard SearchIndex.isUnfolded(row.utf8(1)) || SearchIndex.isUnfolded(row.utf8(2)) else {
        return []
      }
      let ids = [try row.text(1), try row.textOrNil(2)].compactMap(\.self)
      return ids.contains(where: words.begin) ? [row.int64(0)] : []
    } ?? []
  }

  private static func hits(_ indexed: [Int64], _ others: [Int64]) -> [SearchHit] {
    (others.isEmpty ? indexed : (indexed + others).sorted()).map { entry in
      SearchHit(
        key: CreatorKey(number: SearchPosting.number(of: entry)),
        place: SearchPosting.place(of: entry))
    }
  }
}

extension SearchStore {
  /// What a look into each segment finds, without the creators that changed since.
  private func entries(
    in state: SearchIndex.State, _ find: (_ segment: Int64) throws -> [Int64]
  ) throws -> [Int64] {
    let found = try state.segments.flatMap { try find($0) }
    guard !state.changed.isEmpty else { return found }
    return found.filter { !state.changed.contains(SearchPosting.number(of: $0)) }
  }

  /// The same for numbers of creators.
  private func numbers(
    in state: SearchIndex.State, _ find: (_ segment: Int64) throws -> [Int64]
  ) throws -> [Int64] {
    let found = try state.segments.flatMap { try find($0) }
    return state.changed.isEmpty ? found : found.filter { !state.changed.contains($0) }
  }

  /// The creators of a segment with any token of a span, each once, in order.
  private func list(_ segment: Int64, _ span: SearchToken.Span) throws -> [Int64] {
    try entries(segment, span).map(SearchPosting.number)
  }

  /// The entries of a segment for the tokens of a span, the first of which is that of the words.
  private func entries(_ segment: Int64, _ span: SearchToken.Span) throws -> [Int64] {
    var entries: [Int64] = []
    var tokens = 0
    try connection.with(
      "SELECT numbers, token FROM search_posting WHERE segment = ? AND token >= ? AND token < ?"
    ) { statement in
      try statement.bind(1, segment)
      try statement.bind(2, span.lowerBound)
      try statement.bind(3, span.upperBound)
      while let row = try statement.next() {
        tokens += 1
        SearchPosting.read(
          row.bytes(0), after: segment * SearchIndex.segmentSize,
          isWhole: row.int64(1) == span.lowerBound, into: &entries)
      }
    }
    return tokens > 1 ? SearchPosting.best(entries) : entries
  }

  /// The entries of those of some creators whose folded nickname has what is looked for.
  private func checked(
    _ numbers: [Int64], _ place: ([UInt32]) -> SearchPlace?
  ) throws -> [Int64] {
    guard !numbers.isEmpty else { return [] }
    var passing: [Int64] = []
    try connection.with(
      "SELECT nickname FROM creator WHERE creator_no = ? AND merged_into IS NULL"
    ) { statement in
      for number in numbers {
        try statement.bind(1, number)
        if let row = try statement.next(),
          let place = place(Key.foldedScalars(try row.text(0)))
        {
          passing.append(SearchPosting.entry(number, place))
        }
        statement.reset()
      }
    }
    return passing
  }

  /// The creators outside of the index.
  private func openNumbers(_ state: SearchIndex.State) throws -> [Int64] {
    guard state.openCount > 0 else { return [] }
    return state.changed.filter { $0 <= state.upto }.sorted()
      + (try connection.all(
        "SELECT creator_no FROM creator WHERE creator_no > ? ORDER BY creator_no", state.upto
      ) { row in row.int64(0) })
  }
}

extension SearchStore {
  /// Every MCN that a creator has, by name. Each is one step in an index, however many creators it has.
  public func agencies() throws -> [String] {
    try connection.all(
      """
      WITH RECURSIVE name (text) AS (
        SELECT min(agency) FROM creator WHERE agency IS NOT NULL
        UNION ALL SELECT (SELECT min(agency) FROM creator WHERE agency > name.text)
        FROM name WHERE text IS NOT NULL)
      SELECT text FROM name WHERE text IS NOT NULL
      """
    ) { row in try row.text(0) }
  }

  /// The creators of an MCN.
  public func keys(agency: String) throws -> [CreatorKey] {
    try connection.all(
      "SELECT creator_no FROM creator WHERE agency = ? AND merged_into IS NULL ORDER BY creator_no",
      agency
    ) { row in CreatorKey(number: row.int64(0)) }
  }

  /// Every tag that a creator has, by name.
  public func tags() throws -> [String] {
    try connection.all(
      """
      WITH RECURSIVE name (text) AS (
        SELECT min(tag) FROM creator_tag
        UNION ALL SELECT (SELECT min(tag) FROM creator_tag WHERE tag > name.text)
        FROM name WHERE text IS NOT NULL)
      SELECT text FROM name WHERE text IS NOT NULL
      """
    ) { row in try row.text(0) }
  }

  /// The creators with a tag.
  public func keys(tag: String) throws -> [CreatorKey] {
    try connection.all(
      "SELECT creator_no FROM creator_tag WHERE tag = ? ORDER BY creator_no", tag
    ) { row in CreatorKey(number: row.int64(0)) }
  }

  /// The creators with notes that have the words, which takes a look at each note.
  public func keys(noted words: String) throws -> [CreatorKey] {
    try connection.all(
      """
      SELECT DISTINCT creator_no FROM creator_note WHERE text LIKE '%' || ? || '%' ESCAPE '\\'
      ORDER BY creator_no
      """, Like.escaped(words)
    ) { row in CreatorKey(number: row.int64(0)) }
  }

  /// What a list of findings is ordered by: the newest count of followers of each of some creators, who
  /// come in ascending order; -1 for none.
  public func followers(of keys: [CreatorKey], on day: Day) throws -> [Int64] {
    try SearchCounts(connection: connection).counts(of: keys.map(\.number), on: day)
  }
}
