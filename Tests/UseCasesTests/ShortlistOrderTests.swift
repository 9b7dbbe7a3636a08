import Domain
import SQLite
import Testing
import UseCases

/// Orders booked from a saved shortlist: at the prices that were decided.
struct ShortlistOrderTests {
  /// A book with a shortlist `spring` of two picks.
  private func fixture() throws -> OrderFixture {
    let fixture = try OrderFixture()
    var draft = CreatorDraft()
    (draft.nickname, draft.id) = ("桃桃", "kb002")
    _ = try fixture.book.add(draft)
    let connection = try Connection(path: fixture.book.path, access: .readWrite)
    try connection.run(
      script: """
        INSERT INTO shortlist VALUES
          ('spring', 0, 'lin', '{}', '{}', 'optimal', 1, 1, 1000000, 990000, NULL);
        INSERT INTO shortlist_pick (shortlist, position, creator_id, nickname, format, tier, band,
          followers, engagement_bp, rating_sum, rating_count, quote_fen, fee_fen, value,
          quoted_day, agency, categories) VALUES
          ('spring', 1, 'kb002', '桃桃', 'video', 'nano', 'koc', 900, NULL, 0, 0, 100005, 10001, 1,
            NULL, NULL, '[]'),
          ('spring', 2, 'kb001', '鹿小厨房', 'image', 'micro', 'koc', 50000, NULL, 0, 0, 800005,
            80001, 1, NULL, '山海', '[]');
        """)
    return fixture
  }

  private var placed: OrderDraft {
    OrderDraft(number: nil, creator: "", quote: .zero, format: nil)
  }

  private func book(_ fixture: OrderFixture, _ numbers: String?, list: String = "spring") throws
    -> [OrderReceipt]
  {
    try fixture.book.bookShortlist(
      list, placed, numbers: numbers.map { Array($0.utf8) }, file: "numbers.csv",
      fixture.note("2026-07-01"))
  }

  @Test func `the picks that the file names are booked, and told again they stay`() throws {
    let fixture = try fixture()
    let first = "creator_id,format,order\nkb001,图文,PGY-7\n"
    #expect(try book(fixture, first).map(\.order) == ["PGY-7"])
    let both = try book(fixture, first + "kb002,video,PGY-8\n")
    #expect(both.map(\.isNew) == [false, true])
    #expect(
      OrderFixture.lines(try fixture.book.orders(OrderQuery())) == [
        "PGY-7 2026-07-01 kb001 鹿小厨房 image booked ¥8,000.05 ¥0.00 ¥800.01 ¥8,800.06 ¥800.01 "
          + "¥7,200.04 standard pugongying 山海 spring - - - - -",
        "PGY-8 2026-07-01 kb002 桃桃 video booked ¥1,000.05 ¥0.00 ¥100.01 ¥1,100.06 ¥100.01 "
          + "¥900.04 standard pugongying - spring - - - - -",
      ])
  }

  @Test func `without numbers every pick is booked, and none has one`() throws {
    let fixture = try fixture()
    let receipts = try book(fixture, nil)
    #expect(receipts.map(\.order) == ["unnumbered-1", "unnumbered-2"])
    #expect(receipts.map(\.isOffPlatform) == [true, true])
    let again = try book(fixture, nil)
    #expect(again.map(\.isNew) == [false, false])
  }

  @Test func `one wrong line books nothing`() throws {
    let fixture = try fixture()
    let header = "creator_id,format,order\n"
    for (rows, detail) in [
      ("kb001,image,PGY-7\nkb001,video,PGY-8\n", "numbers.csv:3: the shortlist has no video note"),
      ("kb001,image,\n", "numbers.csv:2: order: wanted an order number, found nothing"),
      ("kb001,film,PGY-7\n", "numbers.csv:2: format: wanted image or video, found \"film\""),
    ] {
      let failure = try fixture.failure { _ = try book(fixture, header + rows) }
      #expect(failure.kind == .badInput)
      #expect(failure.details.count == 1 && failure.details[0].hasPrefix(detail))
    }
    let twice = header + "kb001,image,PGY-7\nkb002,video,PGY-7\n"
    #expect(try fixture.failure { _ = try book(fixture, twice) }.kind == .failed)
    #expect(try fixture.failure { _ = try book(fixture, "a,b\n1,2\n") }.kind == .badInput)
    #expect(try fixture.failure { _ = try book(fixture, nil, list: "autumn") }.kind == .failed)
    #expect(try fixture.book.orders(OrderQuery()).rows.isEmpty)
  }
}
