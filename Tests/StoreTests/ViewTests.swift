import Domain
import SQLite
import Testing

@testable import Store

@Suite struct ViewTests {
  /// In 2020: the views look at the system's clock, which is past that everywhere.
  private static let now = Moment(utcSeconds: 1_600_000_000)

  private static func book(in folder: Folder) throws -> Book {
    let path = folder.file("kolbook.db")
    try Book.create(at: path, id: .init(repeating: 1, count: 16), isDemo: false, now: now) { book in
      let rows = [["0", "nano"], ["10000", "micro"]].map { row in
        [row[1], row[1], row[1], "koc", row[0], "1", "2", nil, nil, "test", "2026-11-23", nil]
      }
      try book.reference.replace(.tier, with: rows)
      let key = try book.creators.add(Creator(id: CreatorID("a"), nickname: "小红"), at: now)
      let day = now.day
      try book.facts.record(followers: 12_345, of: key, on: day, source: "s")
      let rate = EngagementRate(basisPoints: 520, base: .followers)
      try book.facts.record(engagement: rate, of: key, on: day, source: "s")
      try book.quotes.record(
        Quote(format: .image, price: Money(fen: 800_005), quotedOn: day, source: "s"), of: key)
      try book.quotes.record(
        Quote(format: .video, price: Money(fen: 7), quotedOn: day, validUntil: day, source: "s"),
        of: key)
      let verdict = Verdict.price(ceiling: Money(yuan: 1_000))
      try book.ratings.record(
        Rating(rater: "lin", day: day, stars: 4, verdict: verdict, comment: "好"), of: key)
    }
    return try Book.open(at: path)
  }

  @Test func `each view can be read through a connection that trusts no schema`() throws {
    let folder = try Folder()
    let connection = try Self.book(in: folder).connection
    let views = try connection.all(
      "SELECT name FROM sqlite_schema WHERE type = 'view' AND substr(name, 1, 2) = 'v_' ORDER BY 1"
    ) { row in try row.text(0) }
    #expect(views.count >= 8)
    for view in views {
      try connection.with("SELECT count(*) FROM \(view)") { statement in
        let hasRow = try statement.step()
        #expect(hasRow, "\(view)")
      }
    }
  }

  @Test func `a creator's view shows today's values in yuan and percent`() throws {
    let folder = try Folder()
    let connection = try Self.book(in: folder).connection
    let row = try connection.first(
      """
      SELECT creator_id || '|' || tier || '|' || followers || '|' || engagement_percent || '|' ||
        image_quote_yuan || '|' || ifnull(video_quote_yuan, 'ended') FROM v_creator
      """
    ) { row in try row.text(0) }
    // The clock of the view is the system's: long after the day of this book, the video quote has ended.
    #expect(row == "a|micro|12345|5.2|8000.05|ended")
  }

  @Test func `quotes and ratings are shown with dates and yuan`() throws {
    let folder = try Folder()
    let connection = try Self.book(in: folder).connection
    let quotes = try connection.all(
      "SELECT format || ' ' || price_yuan || ' ' || quoted_on FROM v_quote ORDER BY format"
    ) { row in try row.text(0) }
    #expect(quotes == ["image 8000.05 \(Self.now.day)", "video 0.07 \(Self.now.day)"])
    let rating = try connection.first("SELECT ceiling_yuan || ' ' || day FROM v_rating") { row in
      try row.text(0)
    }
    #expect(rating == "1000.00 \(Self.now.day)")
  }
}
