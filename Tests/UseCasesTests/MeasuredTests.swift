import Domain
import Store
import Testing

@testable import UseCases

/// What creators' own notes show: on the card, against what was expected, and in planning.
@Suite struct MeasuredTests {
  private static func user(_ number: Int) -> String { "0000000000000000000000a\(number)" }

  /// Three creators of 10,000 followers who claim 5 %, each with a quote of ¥100; notes of two of them.
  private static func book() throws -> (TemporaryBook, OpenBook) {
    let temporary = try TemporaryBook()
    let book = try temporary.open()
    for number in 1...3 {
      var draft = CreatorDraft()
      (draft.nickname, draft.userID, draft.followers) = ("n\(number)", user(number), 10_000)
      draft.engagement = EngagementRate(basisPoints: 500, base: .followers)
      draft.quotes = [
        Quote(format: .image, price: Money(yuan: 100), quotedOn: book.today, source: "lin")
      ]
      _ = try book.add(draft)
    }
    let text = """
      note_id,user_id,day,published_on,followers,reads,interactions
      a,\(user(1)),2026-11-01,2026-10-01,8000,100,80
      b,\(user(1)),2026-11-01,2026-10-02,8000,300,160
      c,\(user(1)),2026-11-01,2026-10-03,,200,301
      d,\(user(1)),2025-11-30,2025-11-23,8000,900,8000
      e,\(user(2)),2026-11-01,2026-10-01,8000,1,4000
      f,\(user(2)),2026-11-01,2026-10-01,8000,1,4000

      """
    _ = try book.importResults([InputFile(name: "l.csv", bytes: Array(text.utf8))])
    return (temporary, book)
  }

  @Test func `a card has the median of the notes and the rate of those of the last year`() throws {
    let (temporary, book) = try Self.book()
    defer { withExtendedLifetime(temporary) {} }
    let results = try #require(try book.card("n1").results)
    #expect(results.notes == 4 && results.medianReads == 250 && results.medianInteractions == 231)
    // 1 %, 2 % and 301 of 10,000: the book's followers where the file says none.
    #expect(results.measured == MeasuredEngagement(rates: [100, 200, 301]))
    #expect(try book.card("n2").results?.measured == nil, "two notes are too few")
    #expect(try book.card("n3").results == nil)
  }

  @Test func `planning takes measured rates where there are any, and says for how many`() throws {
    let (temporary, book) = try Self.book()
    defer { withExtendedLifetime(temporary) {} }
    var request = ShortlistRequest(budget: Money(yuan: 330))
    (request.measure, request.engagement, request.aim) = (.none, .measured, .engagements)
    let outcome = try book.plan(request, saveAs: "measured") { false }
    #expect(outcome.rates?.measured == 1 && outcome.rates?.claimed == 2)
    let rates = try #require(outcome.list).picks.map {
      "\($0.nickname) \($0.engagement?.basisPoints ?? -1) \($0.value)"
    }
    #expect(rates.sorted() == ["n1 200 200", "n2 500 500", "n3 500 500"])
    let stored = try ShortlistRequest(stored: try #require(outcome.list).request)
    #expect(stored.engagement == .measured)
    request.engagement = .claimed
    let claimed = try book.plan(request) { false }
    #expect(claimed.rates == nil && claimed.list?.picks.allSatisfy { $0.value == 500 } == true)
  }

  @Test func `what was delivered is compared with what was known at booking`() throws {
    let (temporary, book) = try Self.book()
    defer { withExtendedLifetime(temporary) {} }
    let key = try book.find("n3")
    try book.book.facts.record(
      metric: "reads.sponsored.30d", value: 400, of: key, on: book.today, source: "s")
    let text = """
      note_id,user_id,day,published_on,reads,interactions
      x,\(Self.user(3)),2026-11-23,2026-11-23,300,600
      y,\(Self.user(3)),2026-11-23,2026-11-22,100,200

      """
    _ = try book.importResults(
      [InputFile(name: "l.csv", bytes: Array(text.utf8))], book.options(of: "own"))
    let list = try book.results(campaign: "own", by: .note)
    let keys = [
      "note", "expected_reads", "delivered_reads", "expected_interactions",
      "delivered_interactions", "expected_from",
    ]
    let rows = list.keeping(keys).rows.map { $0.map(\.shown).joined(separator: " ") }
    // Nothing was known the day before.
    #expect(
      rows == [
        "x 400 75% 500 120% reads.sponsored.30d, engagement × followers", "y - - - - -",
      ])
    let sums = try book.results(campaign: "own", by: .campaign).keeping(keys).rows[0]
    #expect(sums.map(\.shown) == ["400", "75%", "500", "120%"])
  }
}
