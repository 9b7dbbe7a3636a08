import Domain
import Foundation
import SQLite
import Store
import Testing

@testable import UseCases

/// What to boost, whom to book again, what is unusual: against the book's views, read by SQL.
@Suite struct AdviceTests {
  /// A line of a made-up list.
  private struct Made {
    let note: String
    let user: Int
    let line: String
  }

  private static let head =
    "note_id,user_id,day,published_on,followers,reads,natural_reads,promoted_reads,interactions,"
    + "likes,comments,cost\n"

  /// Notes of twelve creators of three sizes, some young, some without a word on what was paid.
  private static func made(_ count: Int, _ random: inout SplitMix) -> [Made] {
    (0..<count).map { number in
      let user = Int.random(in: 1...12, using: &random)
      let followers = [4_000, 40_000, 400_000][user % 3]
      let reads = Int.random(in: 1...60, using: &random) * followers / 100
      let paid = Int.random(in: 0...3, using: &random) == 0 ? reads / 3 : 0
      let isTold = Int.random(in: 0...9, using: &random) > 0
      let age = Int.random(in: 0...40, using: &random)
      let interactions = reads * Int.random(in: 1...20, using: &random) / 100
      let comments = Int.random(in: 0...interactions / 4 + 1, using: &random)
      let cost = Int.random(in: 0...3, using: &random) == 0 ? "" : "\(followers / 50).50"
      let cells = [
        "n\(number)", userID(user), "2026-11-20", "\(day(20 - age))", "\(followers)", "\(reads)",
        isTold ? "\(reads - paid)" : "", isTold ? "\(paid)" : "", "\(interactions)",
        "\(interactions - comments)", "\(comments)", cost,
      ]
      return Made(note: "n\(number)", user: user, line: cells.joined(separator: ",") + "\n")
    }
  }

  private static func userID(_ number: Int) -> String {
    String(repeating: "a", count: 22) + (number < 10 ? "0" : "") + "\(number)"
  }

  /// A day of November 2026, or before it.
  private static func day(_ number: Int) -> Day { Day(number: 20_757 + Int32(number)) }

  private func take(_ book: OpenBook, _ text: String, campaign: String? = nil) throws {
    _ = try book.importResults(
      [InputFile(name: "own.csv", bytes: Array(text.utf8))], book.options(of: campaign))
  }

  private func connection(_ book: TemporaryBook) throws -> Connection {
    try Connection(path: book.path, access: .readOnly)
  }

  private func table(_ listing: Listing) -> [[String: Cell]] {
    listing.rows.map { Dictionary(uniqueKeysWithValues: zip(listing.columns.map(\.key), $0)) }
  }

  /// The middle of what a query gives, from it in two queries: half up between the two in the middle.
  private func median(_ connection: Connection, _ query: String) throws
    -> (value: Int64, count: Int64)?
  {
    try connection.first(
      """
      WITH v (x) AS (\(query)),
        s AS (SELECT x, row_number() OVER (ORDER BY x) AS k, count(*) OVER () AS n FROM v)
      SELECT (sum(x) * 2 / count(*) + 1) / 2, max(n) FROM s
      WHERE k IN ((n + 1) / 2, (n + 2) / 2)
      """
    ) { row in (row.int64(0), row.int64(1)) }
  }

  @Test func `each note's norms, advice and place are what SQL and plain counting say`() throws {
    for seed in UInt64(1)...3 {
      var random = SplitMix(seed: seed)
      let temporary = try TemporaryBook()
      let book = try temporary.open()
      let notes = Self.made(70, &random)
      try take(book, Self.head + notes.map(\.line).joined())
      let rows = table(try book.boost().listing)
      #expect(rows.count == 70)
      let sql = try connection(temporary)
      for (place, row) in rows.enumerated() {
        #expect(row["rank"] == .integer(Int64(place + 1)))
        try compare(row, notes, sql)
      }
      try compareOrder(rows)
    }
  }

  private func compare(_ row: [String: Cell], _ notes: [Made], _ sql: Connection) throws {
    let name = row["note"]?.shown ?? ""
    let user = Self.userID(try #require(notes.first { $0.note == name }).user)
    let old = "julianday(as_of) - julianday(published_on) >= 3"
    let facts = try #require(
      try sql.first(
        """
        SELECT organic_reads, followers, interactions * 1.0 / reads, \(old) FROM v_note
        WHERE note_id = '\(name)'
        """
      ) { row in (row.int64OrNil(0), row.int64(1), row.int64OrNil(2) != nil, row.int64(3) == 1) })
    let own = try median(
      sql,
      """
      SELECT organic_reads FROM v_note JOIN note USING (note_id) WHERE user_id = '\(user)'
      AND \(old) AND note_id <> '\(name)' AND organic_reads IS NOT NULL
      """)
    let tier = try median(
      sql,
      """
      SELECT organic_reads FROM v_note WHERE \(old) AND followers = \(facts.1)
      AND organic_reads IS NOT NULL
      """)
    let isOwn = (own?.count ?? 0) >= 3 && (own?.value ?? 0) > 0
    #expect(row["own_norm"] == (isOwn ? .optional(own?.value) : Cell.none), "\(name)")
    #expect(row["own_notes"] == (isOwn ? .optional(own?.count) : Cell.none))
    let isTier = (tier?.count ?? 0) >= 5
    #expect(row["tier_norm"] == (isTier ? .optional(tier?.value) : Cell.none))
    #expect(row["natural_reads"] == .optional(facts.0))
    let advice = row["advice"]?.shown ?? ""
    if !facts.3 {
      #expect(advice == "too young")
    } else if let reads = facts.0 {
      let most = max(isOwn ? own?.value ?? 0 : 0, isTier ? tier?.value ?? 0 : 0)
      // 1.2 times is six fifths.
      let isBest = most > 0 && reads * 5 >= most * 6
      #expect(["boost", "look first", "few react"].contains(advice) == isBest, "\(name) \(advice)")
    } else {
      #expect(advice == "natural unknown")
    }
  }

  private func compareOrder(_ rows: [[String: Cell]]) throws {
    let order = BoostVerdict.allCases.map(\.words)
    for (one, next) in zip(rows, rows.dropFirst()) {
      let places = try [one, next].map { row in
        try #require(order.firstIndex(of: row["advice"]?.shown ?? ""))
      }
      #expect(places[0] <= places[1])
      guard places[0] == places[1], case .hundredths(let mine)? = one["stands_out"],
        case .hundredths(let theirs)? = next["stands_out"]
      else { continue }
      #expect(mine >= theirs)
    }
  }

  @Test func `advice is the same whatever the order that results came in`() throws {
    var random = SplitMix(seed: 9)
    let notes = Self.made(40, &random)
    var seen: [[String]] = []
    for _ in 0..<3 {
      let temporary = try TemporaryBook()
      let book = try temporary.open()
      try take(book, Self.head + notes.shuffled(using: &random).map(\.line).joined())
      let unusual = try book.unusual().without("note")
      seen.append(
        OrderFixture.lines(try book.boost(budget: Money(yuan: 30_000)).listing)
          + OrderFixture.lines(try book.rebooking()) + OrderFixture.lines(unusual).sorted())
    }
    #expect(seen[0] == seen[1] && seen[1] == seen[2])
  }

  @Test func `norms are of the whole book, and the list is of the campaign`() throws {
    var random = SplitMix(seed: 3)
    let temporary = try TemporaryBook()
    let book = try temporary.open()
    let notes = Self.made(60, &random)
    try take(book, Self.head + notes.prefix(20).map(\.line).joined(), campaign: "spring")
    try take(book, Self.head + notes.dropFirst(20).map(\.line).joined(), campaign: "autumn")
    let all = table(try book.boost().listing)
    let spring = table(try book.boost(campaign: "spring").listing)
    #expect(spring.count == 20)
    let ofSpring = all.filter { $0["campaign"] == .text("spring") }
    #expect(spring.map { $0["evidence"] } == ofSpring.map { $0["evidence"] })
    #expect(throws: Failure.self) { try book.boost(campaign: "winter") }
  }

  @Test func `a creator's price is the cost over what the tier's medians come to`() throws {
    var random = SplitMix(seed: 12)
    let temporary = try TemporaryBook()
    let book = try temporary.open()
    try take(book, Self.head + Self.made(90, &random).map(\.line).joined())
    let sql = try connection(temporary)
    let old = "julianday(as_of) - julianday(published_on) >= 3"
    let cost = "CAST(replace(cost_yuan, '.', '') AS INTEGER)"
    for row in table(try book.rebooking()) {
      let user = row["creator_id"]?.shown ?? ""
      let followers = try #require(
        try sql.first(
          "SELECT followers FROM v_note JOIN note USING (note_id) WHERE user_id = '\(user)'"
        ) { $0.int64(0) })
      let usual = try #require(
        try median(
          sql,
          """
          SELECT (\(cost) * 2 + interactions) / (2 * interactions) FROM v_note WHERE \(old)
          AND followers = \(followers) AND interactions > 0 AND cost_yuan IS NOT NULL
          """))
      let sums = try #require(
        try sql.first(
          """
          SELECT sum(\(cost)), sum(interactions) FROM v_note JOIN note USING (note_id)
          WHERE user_id = '\(user)' AND \(old) AND cost_yuan IS NOT NULL AND interactions > 0
          """
        ) { ($0.int64OrNil(0), $0.int64OrNil(1)) })
      guard let paid = sums.0, let interactions = sums.1 else {
        #expect(row["against_tier"] == Cell.none)
        continue
      }
      let whole = interactions * usual.value
      #expect(row["against_tier"] == .basisPoints((paid * 20_000 + whole) / (2 * whole)))
    }
  }

  @Test func `followers of notes are the same in norms as in results`() throws {
    let temporary = try TemporaryBook()
    let book = try temporary.open()
    var draft = CreatorDraft()
    (draft.nickname, draft.userID, draft.followers) = ("一", Self.userID(1), 7_000)
    _ = try book.add(draft)
    try take(
      book,
      """
      note_id,user_id,day,reads,followers
      a,\(Self.userID(1)),2026-10-01,5,
      b,\(Self.userID(1)),2026-11-23,5,
      c,\(Self.userID(1)),2026-11-01,5,6000
      d,\(Self.userID(2)),2026-11-01,5,

      """)
    var briefs: [Int64: Int64?] = [:]
    for note in try book.book.briefs() { briefs[note.number] = .some(note.followers) }
    var results: [Int64: Int64?] = [:]
    try book.book.eachResult(.span(.min ... .max)) { note, _ in
      results[note.number] = .some(note.followers)
    }
    #expect(briefs == results)
    #expect(briefs.values.compactMap(\.self).sorted() == [6_000, 7_000, 7_000])
  }

  @Test func `advice changes with the rules in the book, and lives without them`() throws {
    var random = SplitMix(seed: 4)
    let temporary = try TemporaryBook()
    let book = try temporary.open()
    try take(book, Self.head + Self.made(50, &random).map(\.line).joined())
    let shipped = OrderFixture.lines(try book.boost().listing)
    let header = "kind,key,step,lead_with,value_low,value_high,unit,why,source,as_of\n"
    func replace(_ row: String) throws {
      _ = try book.replaceReference(
        "playbook", with: InputFile(name: "mine.csv", bytes: Array((header + row).utf8)))
    }
    try replace("my,own,1,,1,,x,mine,me,2026-11-23\n")
    #expect(OrderFixture.lines(try book.boost().listing) == shipped)
    try replace("boost,reads,1,,99990000,,ratio_bp,mine,me,2026-11-23\n")
    #expect(try book.boost(onlyBest: true).lines.isEmpty)
    try replace("boost,age,1,,90,,days,mine,me,2026-11-23\n")
    let young = try book.boost().lines
    #expect(young.allSatisfy { $0.evidence.verdict == .tooYoung })
  }
}
