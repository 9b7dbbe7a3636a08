import Domain
import Testing

@testable import Store

@Suite struct FactTests {
  private static let now = Moment(utcSeconds: 1_790_000_000)
  private static let monday = Day(number: 20_000)

  private static func book(in folder: Folder) throws -> (Book, CreatorKey) {
    let path = folder.file("kolbook.db")
    try Book.create(at: path, id: .init(repeating: 1, count: 16), isDemo: false, now: now) { book in
      _ = try book.creators.add(Creator(id: CreatorID("a"), nickname: "小红"), at: now)
    }
    let book = try Book.open(at: path)
    return (book, try #require(try book.creators.key(id: CreatorID("a"))))
  }

  private static func glance(_ book: Book, _ day: Day) throws -> CreatorSummary {
    try #require(try book.summaries.summaries(CreatorFilter(), on: day).first)
  }

  @Test func `reading the same list twice changes nothing, even after another list`() throws {
    let folder = try Folder()
    let (book, key) = try Self.book(in: folder)
    let facts = book.facts
    #expect(try facts.record(followers: 100, of: key, on: Self.monday, source: "one"))
    #expect(try facts.record(followers: 120, of: key, on: Self.monday, source: "two"))
    #expect(try !facts.record(followers: 100, of: key, on: Self.monday, source: "one"))
    #expect(
      try !facts.record(followers: 120, of: key, on: Self.monday.adding(days: 9), source: "two"))
    #expect(try facts.followers(of: key).map(\.value) == [120, 100])
    #expect(try Self.glance(book, Self.monday).followers == 120)
  }

  @Test func `the value of a day is the newest row on or before it`() throws {
    let folder = try Folder()
    let (book, key) = try Self.book(in: folder)
    for (days, count) in [(0, 100), (10, 300), (5, 200)] as [(Int32, Int64)] {
      let day = Self.monday.adding(days: days)
      try book.facts.record(followers: count, of: key, on: day, source: "s")
    }
    for (days, count) in [(-1, nil), (0, 100), (4, 100), (5, 200), (9, 200), (10, 300), (99, 300)]
      as [(Int32, Int64?)]
    {
      #expect(try Self.glance(book, Self.monday.adding(days: days)).followers == count)
    }
  }

  @Test func `engagement keeps its base, and a glance shows the rate on followers`() throws {
    let folder = try Folder()
    let (book, key) = try Self.book(in: folder)
    let rates = [
      EngagementRate(basisPoints: 713, base: .reads),
      EngagementRate(basisPoints: 106, base: .followers),
    ]
    for rate in rates {
      #expect(try book.facts.record(engagement: rate, of: key, on: Self.monday, source: "s"))
      #expect(try !book.facts.record(engagement: rate, of: key, on: Self.monday, source: "s"))
    }
    #expect(try Set(book.facts.engagements(of: key).map(\.value)) == Set(rates))
    #expect(try Self.glance(book, Self.monday).engagement == rates[1])
  }

  @Test func `a list withdraws only its own quotes, a person withdraws any`() throws {
    let folder = try Folder()
    let (book, key) = try Self.book(in: folder)
    let offer = Quote(
      format: .image, price: Money(yuan: 800), quotedOn: Self.monday, source: "qiangua")
    let none = Quote(format: .image, price: nil, quotedOn: Self.monday, source: "lin")
    #expect(try !book.quotes.record(none, of: key, byPerson: true), "there is nothing to withdraw")
    #expect(try book.quotes.record(offer, of: key))
    #expect(try !book.quotes.record(none, of: key), "another list does not know")
    #expect(try Self.glance(book, Self.monday).quotes == [offer])
    #expect(try book.quotes.record(none, of: key, byPerson: true))
    #expect(try !book.quotes.record(none, of: key, byPerson: true), "it was said already")
    #expect(try Self.glance(book, Self.monday).quotes.isEmpty)
  }

  @Test(arguments: [true, false])
  func `what another source has said since stands, whichever list is read first`(isFirst: Bool)
    throws
  {
    let folder = try Folder()
    let (book, key) = try Self.book(in: folder)
    let quote = { (yuan: Int64?, days: Int32, source: String) in
      Quote(
        format: .image, price: yuan.map { Money(yuan: $0) },
        quotedOn: Self.monday.adding(days: days), source: source)
    }
    try book.quotes.record(quote(800, 0, "qiangua"), of: key)
    let lists = [quote(nil, 5, "qiangua"), quote(900, 5, "mcn")]
    for quote in isFirst ? lists : lists.reversed() { try book.quotes.record(quote, of: key) }
    #expect(try Self.glance(book, Self.monday.adding(days: 5)).quotes == [lists[1]])
    for quote in lists { #expect(try !book.quotes.record(quote, of: key), "the same lists again") }
    #expect(try book.quotes.record(quote(nil, 6, "mcn"), of: key))
    #expect(try Self.glance(book, Self.monday.adding(days: 6)).quotes.isEmpty)
  }

  @Test func `a quote holds from its day through its validity, and not once withdrawn`() throws {
    let folder = try Folder()
    let (book, key) = try Self.book(in: folder)
    let price = Money(yuan: 800)
    #expect(
      try !book.quotes.record(
        Quote(format: .image, price: nil, quotedOn: Self.monday, source: "s"), of: key),
      "nothing was offered before, so nothing is withdrawn")
    try book.quotes.record(
      Quote(
        format: .image, price: price, quotedOn: Self.monday,
        validUntil: Self.monday.adding(days: 5), source: "s"), of: key)
    try book.quotes.record(
      Quote(format: .video, price: price, quotedOn: Self.monday, source: "s"), of: key)
    try book.quotes.record(
      Quote(format: .video, price: nil, quotedOn: Self.monday.adding(days: 3), source: "s"), of: key
    )
    let held = { (days: Int32) in
      try Self.glance(book, Self.monday.adding(days: days)).quotes.map(\.format)
    }
    #expect(try held(-1).isEmpty)
    #expect(try held(0) == [.image, .video])
    #expect(try held(3) == [.image])
    #expect(try held(5) == [.image])
    #expect(try held(6).isEmpty)
  }

  @Test func `the newest rating of each rater counts, stars and verdict each on their own`() throws
  {
    let folder = try Folder()
    let (book, key) = try Self.book(in: folder)
    let rate = { (rater: String, days: Int32, stars: Int64?, verdict: Verdict?) in
      try book.ratings.record(
        Rating(
          rater: rater, day: Self.monday.adding(days: days), stars: stars, verdict: verdict,
          comment: ""), of: key)
    }
    #expect(try rate("lin", 0, 2, nil))
    #expect(try rate("lin", 1, 5, nil))
    #expect(try !rate("lin", 1, 5, nil))
    #expect(try rate("lin", 2, nil, .hold))
    #expect(try rate("wang", 0, 4, .ok))
    let summary = try Self.glance(book, Self.monday.adding(days: 3)).rating
    #expect(summary == RatingSummary(stars: [5, 4]))
    #expect(try Self.glance(book, Self.monday).rating == RatingSummary(stars: [2, 4]))
  }

  @Test func `a conflict window ends with its last day, a block only by hand`() throws {
    let folder = try Folder()
    let (book, key) = try Self.book(in: folder)
    let window = Exclusion.conflict(until: Self.monday, reason: "rival")
    let change = { (body: () throws -> Void) in
      try book.change("block", by: "lin", at: Self.now) {
        (try body(), .creator(key, isNew: false))
      }
    }
    try change { try book.exclusions.add(window, to: key) }
    #expect(try Self.glance(book, Self.monday).exclusions == [window])
    #expect(try Self.glance(book, Self.monday.adding(days: 1)).exclusions.isEmpty)
    let block = Exclusion.blocked(since: Self.monday, reason: "fake")
    try change { try book.exclusions.add(block, to: key) }
    #expect(try Self.glance(book, Self.monday.adding(days: 999)).exclusions == [block])
    try change { try book.exclusions.removeBlock(of: key) }
    #expect(try Self.glance(book, Self.monday.adding(days: 999)).exclusions.isEmpty)
  }
}
