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

  /// How many creators a search looks at one by one.
  public func openCount() throws -> Int64 { try index.state().openCount }

  /// Brings the index up to date, inside a transaction of the caller.
  public func refresh(_ pinyin: Pinyin) throws { try index.refresh(pinyin) }

  /// The creators whose nickname has the words.
  public func keys(named words: SearchWords) throws -> [CreatorKey] {
    let (spans, isExact) = SearchToken.plan(words.text)
    let state = try index.state()
    var found = try numbers(in: state) { segment in
      SearchPosting.common(try spans.map { try list(segment, $0) })
    }
    if !isExact { found = try checked(found) { words.place(in: $0) != nil } }
    return keys(found, try open(state) { words.place(in: $0) != nil })
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
    let isRead = { (name: [UInt32]) in
      spoken.read(name, by: pinyin)
      return spoken.has(words.letters)
    }
    let known = Set(found)
    let more = try checked(others.filter { !known.contains($0) }, isRead)
    return keys(found + more, try open(state, isRead))
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

  private func keys(_ indexed: [Int64], _ others: [Int64]) -> [CreatorKey] {
    let all = others.isEmpty ? indexed : indexed + others
    let isSorted = zip(all, all.dropFirst()).allSatisfy { $0 < $1 }
    return (isSorted ? all : SearchPosting.union(all)).map(CreatorKey.init(number:))
  }
}

extension SearchStore {
  /// What a look into each segment finds, without the creators that changed since.
  private func numbers(
    in state: SearchIndex.State, _ find: (_ segment: Int64) throws -> [Int64]
  ) throws -> [Int64] {
    let found = try state.segments.flatMap { try find($0) }
    return state.changed.isEmpty ? found : found.filter { !state.changed.contains($0) }
  }

  /// The creators of a segment with any token of a span, each once, in order.
  private func list(_ segment: Int64, _ span: SearchToken.Span) throws -> [Int64] {
    var numbers: [Int64] = []
    var tokens = 0
    try connection.with(
      "SELECT numbers FROM search_posting WHERE segment = ? AND token >= ? AND token < ?"
    ) { statement in
      try statement.bind(1, segment)
      try statement.bind(2, span.lowerBound)
      try statement.bind(3, span.upperBound)
      while let row = try statement.next() {
        tokens += 1
        SearchPosting.read(row.bytes(0), after: segment * SearchIndex.segmentSize, into: &numbers)
      }
    }
    return tokens > 1 ? SearchPosting.union(numbers) : numbers
  }

  /// Those of some creators whose folded nickname passes.
  private func checked(_ numbers: [Int64], _ passes: ([UInt32]) -> Bool) throws -> [Int64] {
    guard !numbers.isEmpty else { return [] }
    var passing: [Int64] = []
    try connection.with(
      "SELECT nickname FROM creator WHERE creator_no = ? AND merged_into IS NULL"
    ) { statement in
      for number in numbers {
        try statement.bind(1, number)
        if let row = try statement.next(), passes(Key.foldedScalars(try row.text(0))) {
          passing.append(number)
        }
        statement.reset()
      }
    }
    return passing
  }

  /// Those of the creators outside of the index whose folded nickname passes.
  private func open(
    _ state: SearchIndex.State, _ passes: ([UInt32]) -> Bool
  ) throws -> [Int64] {
    try checked(try openNumbers(state), passes)
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

  /// What a list of findings is ordered by: the nickname and the newest count of followers.
  public func rank(_ key: CreatorKey, on day: Day) throws -> (nickname: String, followers: Int64?) {
    try connection.first(
      """
      SELECT nickname, (SELECT followers FROM follower_fact
        WHERE creator_no = c.creator_no AND day <= ?2 ORDER BY day DESC, nth DESC LIMIT 1)
      FROM creator AS c WHERE creator_no = ?1
      """, key.number, Int64(day.number)
    ) { row in (try row.text(0), row.int64OrNil(1)) } ?? ("", nil)
  }
}
