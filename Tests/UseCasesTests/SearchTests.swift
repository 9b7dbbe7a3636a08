import Domain
import SQLite
import Testing

@testable import Store
@testable import UseCases

/// Finding creators, against a look at every creator by other means: strings, all spellings written out, SQL.
@Suite struct SearchTests {
  private static let signs = [
    "小", "红", "书", "重", "庆", "行", "乐", "长", "绿", "女", "🦌", "の", "A", "b", "a", "Z", "9", "Ｌ",
    "é", " ", "·", "%", "_",
  ]
  private static let folds = ["Ｌ": "l", " ": ""]
  private static let labels = ["青柚", "Moon Box", "重行", "春季A"]

  private static func name(_ random: inout SplitMix) -> String {
    let name = (0...random.below(5)).map { _ in signs[random.below(signs.count)] }.joined()
    return name.allSatisfy(\.isWhitespace) ? "小\(name)红" : "小".prefix(random.below(2)) + name + "9"
  }

  private static func list(_ random: inout SplitMix, _ count: Int) -> InputFile {
    var text = "creator_id,nickname,red_id,followers,mcn,tags\n"
    for number in (0..<70).shuffled(using: &random).prefix(count) {
      let red = ["Ab12\(number)", "xhs_\(number)", "70\(number)", ""][number % 4]
      let cells = [
        "\(number % 2 == 0 ? "Own" : "id")\(number)", name(&random), red, "\(random.below(9))",
        random.below(3) == 0 ? labels[random.below(4)] : "",
        random.below(3) == 0 ? labels[random.below(4)] : "",
      ]
      text += cells.joined(separator: ",") + "\n"
    }
    return InputFile(name: "list.csv", bytes: Array(text.utf8))
  }

  private static func step(_ book: OpenBook, _ random: inout SplitMix) {
    let who = { (random: inout SplitMix) in
      let number = random.below(70)
      return "\(number % 2 == 0 ? "Own" : "id")\(number)"
    }
    // A list that contradicts itself, a creator who isn't there, a change that stands: nothing happens.
    switch random.below(8) {
    case 0, 1: _ = try? book.importLists([list(&random, 5)])
    case 2, 3:
      var draft = CreatorDraft()
      draft.nickname = name(&random)
      if random.below(3) == 0 { draft.redID = "New\(random.below(99))" }
      _ = try? book.edit(who(&random), draft)
    case 4: _ = try? book.merge(who(&random), who(&random))
    case 5: _ = try? book.undo(Int64(1 + random.below(9)))
    case 6: _ = try? book.undo(nil)
    default: _ = try? book.tag(who(&random), [labels[random.below(4)]])
    }
  }

  /// What a search is to find, in order: ids and where.
  private struct Oracle {
    let readings: [Character: [String]]
    private(set) var people: [Person] = []

    struct Person {
      let id: String
      let name: String
      let ids: [String]
      let followers: Int64
      let agency: String
      let tags: [String]
    }

    init() throws {
      readings = try SeedTable("pinyin.csv").rows.reduce(into: [:]) { readings, row in
        for sign in row[1] where SearchTests.signs.joined().contains(sign) || "青柚春季".contains(sign)
        {
          readings[sign, default: []].append(row[0])
        }
      }
    }

    mutating func read(_ path: String) throws {
      people = try Connection(path: path, access: .readOnly).all(
        """
        SELECT c.creator_id, c.nickname, ifnull(followers, -1), ifnull(c.agency, ''),
          (SELECT group_concat(i, char(10)) FROM (
            SELECT creator_id || char(10) || ifnull(red_id, creator_id) AS i FROM creator
            WHERE creator_no = c.creator_no OR merged_into = c.creator_no)),
          (SELECT group_concat(tag, char(10)) FROM (SELECT tag FROM creator_tag
            WHERE creator_no = c.creator_no ORDER BY tag))
        FROM creator AS c JOIN v_creator USING (creator_id) ORDER BY c.creator_no
        """
      ) { row in
        Person(
          id: try row.text(0), name: try row.text(1),
          ids: try row.text(4).split(separator: "\n").map(String.init), followers: row.int64(2),
          agency: try row.text(3),
          tags: try row.textOrNil(5)?.split(separator: "\n").map(String.init) ?? [])
      }
    }

    func found(_ words: String) -> [String] {
      let words = SearchTests.folded(words)
      let hits = people.compactMap { person in place(words, person).map { (person, $0) } }
      return (0..<7).flatMap { rank in
        hits.filter { $0.1.rank == rank }.enumerated().sorted {
          ($1.element.0.followers, $0.offset) < ($0.element.0.followers, $1.offset)
        }.map { "\($0.element.0.id) \($0.element.1.found)" }
      }
    }

    private func place(_ words: String, _ person: Person) -> (rank: Int, found: String)? {
      let name = SearchTests.folded(person.name)
      if name == words { return (0, "name") }
      if name.hasPrefix(words) { return (1, "name") }
      if name.contains(words) { return (2, "name") }
      if isRead(name, words) { return (3, "pinyin") }
      let ids = person.ids.map(SearchTests.folded)
      if ids.contains(where: { $0 == words || words.count >= 4 && $0.hasPrefix(words) }) {
        return (4, "id")
      }
      if has(person.agency, words) { return (5, "MCN") }
      return person.tags.first { has($0, words) }.map { (6, "tag \($0)") }
    }

    private func has(_ label: String, _ words: String) -> Bool {
      SearchTests.folded(label).contains(words) || isRead(SearchTests.folded(label), words)
    }

    /// Writes out how each rest of the name is read, in full and in first letters.
    private func isRead(_ name: String, _ words: String) -> Bool {
      let typed = words.replacing("ü", with: "v")
      let isLetter = { (sign: Character) in sign.isASCII && (sign.isLetter || sign.isNumber) }
      guard typed.count > 1, typed.allSatisfy(isLetter), typed.first?.isLetter == true else {
        return false
      }
      return name.indices.contains { start in
        guard readings[name[start]] != nil else { return false }
        var (full, short): (Set<String>, Set<String>) = ([""], [""])
        for sign in name[start...] {
          guard let ways = readings[sign] ?? (isLetter(sign) ? ["\(sign)"] : nil) else { continue }
          full = Set(full.flatMap { start in ways.map { start + $0 } })
          short = Set(short.flatMap { start in ways.map { start + $0.prefix(1) } })
        }
        return full.union(short).contains { $0.hasPrefix(typed) }
      }
    }
  }

  private static func folded(_ text: String) -> String {
    text.map { folds["\($0)"] ?? $0.lowercased() }.joined()
  }

  private static func words(_ oracle: Oracle, _ random: inout SplitMix) -> String {
    guard !oracle.people.isEmpty else { return "小" }
    let person = oracle.people[random.below(oracle.people.count)]
    let cut = { (text: String, random: inout SplitMix) in
      let start = random.below(max(text.count, 1))
      let part = String(text.dropFirst(start).prefix(1 + random.below(3)))
      return random.below(2) == 0 ? part.uppercased() : part
    }
    let typed = { (text: String, random: inout SplitMix) in
      text.map { sign in
        oracle.readings[sign].map { ways in ways[random.below(ways.count)] } ?? "\(sign)"
      }
    }
    switch random.below(7) {
    case 0, 1: return cut(person.name, &random)
    case 2:
      let syllables = typed(Self.folded(person.name), &random)
      return String(
        syllables.dropFirst(random.below(3)).joined().filter(\.isASCII).prefix(2 + random.below(14))
      )
    case 3: return typed(person.name, &random).map { $0.prefix(1) }.joined().filter(\.isASCII)
    case 4:
      let id = person.ids[random.below(person.ids.count)]
      return String(id.prefix(1 + random.below(6)))
    case 5: return cut(person.agency + "青", &random)
    default: return ["qingy", "cj", "xh", "lü", "nv", "書", "%", "_", "90"][random.below(9)]
    }
  }

  private static func found(_ book: OpenBook, _ words: String) throws -> [String] {
    try book.search(words, limit: 1_000) { _, _ in }.listing.rows.map { row in
      "\(row[0].shown) \(row[6].shown)"
    }
  }

  @Test(arguments: 1...3)
  func `a search finds what a look at every creator finds, whatever happened`(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let file = try TemporaryBook()
    let book = try file.open()
    var oracle = try Oracle()
    for turn in 0..<10 {
      if turn == 0 { _ = try book.importLists([Self.list(&random, 40)]) }
      for _ in 0..<3 { Self.step(book, &random) }
      // Sometimes all creators are in the index, sometimes some, at first none.
      if turn > 0, random.below(2) == 0 {
        try book.book.refreshSearch(over: 0, on: book.today, book.pinyin) { _, _ in }
        #expect(try book.book.search.openCount() == 0)
      }
      try oracle.read(file.path)
      for turn in 0..<8 {
        let words = Self.words(oracle, &random)
        guard SearchWords(words) != nil else { continue }
        // As if there were many: by the counts side by side, not creator by creator.
        let found = try SearchCounts.$fewest.withValue(turn % 4 == 0 ? 200 : 0) {
          try Self.found(book, words)
        }
        #expect(found == oracle.found(words), "\(words), turn \(turn)")
      }
    }
  }

  /// The index that grew with the changes is the index of the names as they are.
  @Test(arguments: 7...9) func `the index says what the names say`(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let file = try TemporaryBook()
    let book = try file.open()
    for _ in 0..<25 {
      Self.step(book, &random)
      guard random.below(4) == 0 else { continue }
      try book.book.refreshSearch(over: 0, on: book.today, book.pinyin) { _, _ in }
    }
    try book.book.refreshSearch(over: 0, on: book.today, book.pinyin) { _, _ in }
    let connection = try Connection(path: file.path, access: .readWrite)
    let dump = {
      try connection.all(
        """
        SELECT token, hex(numbers) FROM search_posting
        UNION ALL SELECT 0, upto_no FROM search_state
        UNION ALL SELECT segment, hex(counts) FROM search_followers
        UNION ALL SELECT creator_no, 'recount' FROM search_recount
        """
      ) { row in "\(row.int64(0)) \(try row.text(1))" }
    }
    let grown = try dump()
    try connection.run("UPDATE search_state SET version = 0")
    try book.book.refreshSearch(over: 0, on: book.today, book.pinyin) { _, _ in }
    #expect(try dump() == grown)
    #expect(grown.count > 50)
  }

  @Test func `creators of several segments and of ten readings of one name are all found`() throws {
    let file = try TemporaryBook()
    let book = try file.open()
    _ = try book.importLists([
      InputFile(name: "a.csv", bytes: Array("creator_id,nickname\na,重行长\nb,小红书达人".utf8))
    ])
    // Far up, so that it is in a segment of its own.
    let connection = try Connection(path: file.path, access: .readWrite)
    try connection.run("PRAGMA foreign_keys = OFF")
    try connection.run(
      """
      INSERT INTO creator (creator_no, creator_id, nickname, added_utc) VALUES (300000, 'far', ?, 0)
      """, "小红书远")
    try book.book.refreshSearch(over: 0, on: book.today, book.pinyin) { _, _ in }
    for words in ["小红", "红书", "xiaohongshu", "xhs", "小"] {
      let ids = try Self.found(book, words).map { $0.split(separator: " ")[0] }
      #expect(ids == ["b", "far"], "\(words)")
    }
    for words in ["chonghangchang", "zhongxingzhang", "zhongheng", "cxc", "zhz", "hangzhang"] {
      #expect(try Self.found(book, words) == ["a pinyin"], "\(words)")
    }
    #expect(try Self.found(book, "zhongan").isEmpty)
  }

  @Test func `a search brings the index up to date once many creators are outside of it`() throws {
    let file = try TemporaryBook()
    let book = try file.open()
    let rows = (0..<1_100).map { "c\($0),小红\($0)" }.joined(separator: "\n")
    _ = try book.importLists([
      InputFile(name: "a.csv", bytes: Array("creator_id,nickname\n\(rows)".utf8))
    ])
    #expect(try Self.found(book, "红1099") == ["c1099 name"])
    #expect(try book.book.search.openCount() == 0, "more than a thousand are indexed at once")
    #expect(try Self.found(book, "xh1098") == ["c1098 pinyin"])
    #expect(try book.search("小红", limit: 3) { _, _ in }.all == 1_100)
  }

  @Test func `followers of a later day count from that day on`() throws {
    let file = try TemporaryBook()
    let list = "creator_id,nickname,followers\na,小一,10\nb,小二,20\nc,小三,\n"
    let book = try file.open()
    _ = try book.importLists([InputFile(name: "a.csv", bytes: Array(list.utf8))])
    let connection = try Connection(path: file.path, access: .readWrite)
    let today = Int64(book.today.number)
    try connection.run(
      """
      INSERT INTO follower_fact (creator_no, day, nth, followers, source)
      SELECT creator_no, ?1, 0, ?2, 'later' FROM creator WHERE creator_id = 'c'
      """, today + 2, 99)
    try book.book.refreshSearch(over: 0, on: book.today, book.pinyin) { _, _ in }
    try SearchCounts.$fewest.withValue(0) {
      #expect(try Self.found(book, "小") == ["b name", "a name", "c name"])
      let later = try file.open(days: 2)
      #expect(try Self.found(later, "小") == ["c name", "b name", "a name"])
      // Counted on that day, the counts are not those of the day before.
      try later.book.refreshSearch(over: 0, on: later.today, later.pinyin) { _, _ in }
      #expect(try Self.found(later, "小") == ["c name", "b name", "a name"])
      #expect(try Self.found(book, "小") == ["b name", "a name", "c name"])
    }
  }

  /// Whoever changes the rules or the table sees this fail: books then need the other version, too.
  @Test func `tokens and pinyin are those of the index's version`() throws {
    let names = ["小红书", "重庆🦌Luna", "a", "Ab c", "长乐_9の绿", "行行", "x9小", "éa·小"]
    let pinyin = Pinyin(try SeedTable("pinyin.csv").rows.map { ($0[0], $0[1]) })
    var digest: UInt64 = 0xCBF2_9CE4_8422_2325
    let add = { (value: UInt64) in
      for shift in stride(from: UInt64(0), to: 64, by: 8) {
        digest = (digest ^ (value >> shift & 0xFF)) &* 0x100_0000_01B3
      }
    }
    for name in names.map(Key.foldedScalars) {
      SearchToken.each(of: name) {
        add(UInt64(bitPattern: $0))
        add(UInt64($1.rawValue))
      }
      SearchToken.each(of: SpokenName(name, by: pinyin)) { add(UInt64(bitPattern: $0)) }
      add(UInt64(bitPattern: SearchToken.id(SearchToken.letters(ofID: name)).lowerBound))
    }
    for row in try SeedTable("pinyin.csv").rows {
      for byte in (row[0] + "," + row[1]).utf8 { add(UInt64(byte)) }
    }
    #expect(
      "\(SearchIndex.version): \(String(digest, radix: 16))" == "2: 9de97df74f2d84e5",
      "raise the version, then put version and digest here")
  }
}
