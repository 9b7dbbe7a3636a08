import Domain
import Testing

@testable import Store

/// The numbers of all creators are those that each creator's own page shows.
@Suite struct FigureTests {
  private static let today = Day(number: 20_000)

  /// A hundred creators whose facts, quotes and ratings came in any order, on days before and after today.
  private static func book(in folder: Folder, _ random: inout Numbers) throws -> Book {
    let path = folder.file("kolbook.db")
    let now = Moment(utcSeconds: 1_790_000_000)
    try Book.create(at: path, id: .init(repeating: 1, count: 16), isDemo: false, now: now) { book in
      try book.record("import", by: "lin", at: now) {
        for number in 0..<100 {
          var creator = Creator(id: CreatorID("c\((number * 37) % 100)"), nickname: "小红\(number)")
          creator.agency = random.one(in: 2) ? "MCN \(random.below(3))" : nil
          try fill(book, try book.creators.add(creator, at: now), &random)
        }
        return (
          (),
          .lists(
            ImportedLists(files: "", layout: "", encoding: "", added: 100, updated: 0, unchanged: 0)
          )
        )
      }
    }
    return try Book.open(at: path)
  }

  private static func fill(_ book: Book, _ key: CreatorKey, _ random: inout Numbers) throws {
    for _ in 0..<random.below(5) {
      let day = today.adding(days: Int32(random.below(9)) - 6)
      try book.facts.record(followers: Int64(random.below(900)), of: key, on: day, source: "s")
      try book.facts.record(
        engagement: EngagementRate(
          basisPoints: Int64(random.below(900)), base: random.one(in: 3) ? .reads : .followers),
        of: key, on: day, source: "s")
      let until = random.one(in: 3) ? day.adding(days: Int32(random.below(4))) : nil
      let price = random.one(in: 5) ? nil : Money(yuan: Int64(random.below(90)) + 1)
      try book.quotes.record(
        Quote(
          format: random.one(in: 2) ? .image : .video, price: price, quotedOn: day,
          validUntil: until, source: "s"), of: key, byPerson: true)
      let words: [Verdict?] = [
        nil, .ok, .hold, .no, .price(ceiling: nil), .price(ceiling: Money(yuan: 5)),
        .price(ceiling: Money(yuan: 9)),
      ]
      let verdict = words[random.below(words.count)]
      let stars = verdict == nil || random.one(in: 2) ? Int64(random.below(5)) + 1 : nil
      try book.ratings.record(
        Rating(
          rater: "r\(random.below(3))", day: day, stars: stars, verdict: verdict, comment: ""),
        of: key)
      _ = try book.labels.addCategory(["beauty", "food", "travel"][random.below(3)], to: key)
    }
    if random.one(in: 8) { try book.exclusions.add(.blocked(since: today, reason: "x"), to: key) }
    if random.one(in: 4) {
      let until = today.adding(days: Int32(random.below(5)) - 2)
      try book.exclusions.add(.conflict(until: until, reason: "y"), to: key)
    }
  }

  @Test func `each creator's numbers are those of the creator alone, by id`() throws {
    var random = Numbers(state: 7)
    for _ in 0..<4 {
      let folder = try Folder()
      let book = try Self.book(in: folder, &random)
      let figures = try book.figures.figures(on: Self.today, categories: ["food", "beauty"])
      let ids = figures.rows.indices.map(figures.id)
      #expect(ids == ids.sorted())
      #expect(figures.rows.count == 100)
      for (place, row) in figures.rows.enumerated() {
        #expect(figures.place(of: figures.id(place)) == place)
        try check(row, book)
      }
      #expect(figures.place(of: CreatorID("nobody")) == nil)
    }
  }

  private func check(_ row: Figures.Row, _ book: Book) throws {
    let alone = try #require(try book.summaries.summary(of: row.key, on: Self.today))
    #expect(row.followers == alone.followers ?? -1)
    #expect(row.engagementBasisPoints == alone.engagement?.basisPoints ?? -1)
    #expect(row.imageFen == alone.price(.image)?.fen ?? -1)
    #expect(row.videoFen == alone.price(.video)?.fen ?? -1)
    #expect(row.stars == alone.rating.sum && Int64(row.raters) == alone.rating.raters)
    #expect((row.agency == 0) == (alone.creator.agency == nil))
    #expect((row.categories & 1 == 1) == alone.categories.contains("food"))
    #expect((row.categories & 2 == 2) == alone.categories.contains("beauty"))
    #expect(row.isBlocked == alone.exclusions.contains { "\($0)".hasPrefix("blocked") })
    #expect(row.isInConflict == alone.exclusions.contains { "\($0)".hasPrefix("conflict") })
    // Newest first: each rater's first verdict on or before today is the one that counts.
    var heard: Set<String> = []
    let words = try book.ratings.ratings(of: row.key).filter { rating in
      rating.day <= Self.today && rating.verdict != nil && heard.insert(rating.rater).inserted
    }.compactMap(\.verdict)
    #expect(row.isRefused == words.contains(.no))
    #expect(row.isHeld == words.contains(.hold))
    #expect(row.ceilingFen == words.compactMap(\.ceiling?.fen).min() ?? -1)
  }

  @Test func `creators of one MCN have one number, others another`() throws {
    var random = Numbers(state: 9)
    let folder = try Folder()
    let book = try Self.book(in: folder, &random)
    let rows = try book.figures.figures(on: Self.today).rows
    let names = try rows.map { try book.creators.creator($0.key).agency ?? "" }
    let pairs = Set(zip(names, rows).map { "\($0)|\($1.agency)" })
    #expect(pairs.count == Set(names).count)
    #expect(Set(rows.map(\.agency)).count == Set(names).count)
  }
}

/// Small seeded numbers.
private struct Numbers {
  var state: UInt64

  mutating func below(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }

  mutating func one(in number: Int) -> Bool { below(number) == 0 }
}
