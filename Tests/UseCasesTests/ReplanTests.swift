import Domain
import Testing

@testable import UseCases

@Suite struct ReplanTests {
  private static func listed() throws -> (TemporaryBook, OpenBook) {
    let (temporary, book) = try SmallMarket.book(of: 40, seed: 21)
    _ = try book.plan(SmallMarket.request, saveAs: "spring") { false }
    return (temporary, book)
  }

  private static func ids(_ list: Shortlist) -> Set<String> { Set(list.picks.map(\.creator.text)) }

  /// 60/40 of what is spent ± 5 points, 90 % of ¥30,000 at least, by hand.
  private static func isKept(_ list: Shortlist) -> Bool {
    let costs = list.picks.map { ($0.band, $0.quote.fen + ($0.quote.fen + 5) / 10) }
    let all = costs.reduce(0) { $0 + $1.1 }
    let mid = costs.filter { $0.0 == .mid }.reduce(0) { $0 + $1.1 }
    return all <= 3_000_000 && all >= 2_700_000 && mid * 100 >= all * 35 && mid * 100 <= all * 45
      && ids(list).contains("c7")
  }

  @Test func `a list that nothing happened to stays as it is`() throws {
    let (temporary, book) = try Self.listed()
    defer { withExtendedLifetime(temporary) {} }
    let result = try book.replan("spring", asDecided: false) { false }
    #expect(result.isProven && result.changes.rows.isEmpty)
    #expect(result.kept == result.before.picks.count)
    #expect(try book.shortlists().rows.count == 1, "nothing was kept")
  }

  @Test func `who is dropped goes, who is locked stays, the rest changes as little as it can`()
    throws
  {
    let (temporary, book) = try Self.listed()
    defer { withExtendedLifetime(temporary) {} }
    let before = try book.shortlist("spring")
    let dropped = try #require(before.picks.first { $0.band == .koc && $0.creator.text != "c7" })
    let locked = try #require(before.picks.last { $0.creator != dropped.creator })
    _ = try book.markShortlist("spring", [dropped.creator.text], .dropped)
    _ = try book.markShortlist("spring", [locked.creator.text], .locked)
    let result = try book.replan("spring", asDecided: false, saveAs: "spring-2") { false }
    let after = try book.shortlist("spring-2")
    #expect(result.isProven && Self.isKept(after))
    #expect(!Self.ids(after).contains(dropped.creator.text))
    #expect(after.picks.contains { $0.creator == locked.creator && $0.format == locked.format })
    #expect(result.kept <= before.picks.count - 1)
    #expect(after.bound >= after.objective)
    #expect(try book.shortlist("spring").picks == before.picks)
    #expect(after.creators(.dropped) == [dropped.creator])
    // Planned anew once more, nothing is left to change.
    let again = try book.replan("spring-2", asDecided: false) { false }
    #expect(again.changes.rows.isEmpty && again.isProven)
  }

  @Test func `prices are those of today, or those that were decided`() throws {
    let (temporary, book) = try Self.listed()
    defer { withExtendedLifetime(temporary) {} }
    let before = try book.shortlist("spring")
    for pick in before.picks {
      let quote = Quote(
        format: pick.format, price: pick.quote + pick.quote, quotedOn: book.today, source: "lin")
      _ = try book.quote(pick.creator.text, quote)
    }
    let decided = try book.replan("spring", asDecided: true) { false }
    #expect(decided.kept == before.picks.count && decided.changes.rows.isEmpty)
    let today = try book.replan("spring", asDecided: false) { false }
    #expect(today.kept < before.picks.count && today.isProven)
    #expect(try Self.isKept(#require(today.outcome.list)))
  }

  @Test func `every alternate that is named can be taken, and keeps to all that was asked`() throws
  {
    let (temporary, book) = try Self.listed()
    defer { withExtendedLifetime(temporary) {} }
    let before = try book.shortlist("spring")
    let leaving = try #require(before.picks.first { $0.creator.text != "c7" })
    // The usual reason to look for somebody else.
    _ = try book.exclude(leaving.creator.text, .blocked(since: book.today, reason: "x"))
    let found = try book.alternates("spring", for: leaving.creator.text, asDecided: false)
    var seen: Set<String> = []
    for one in found.alternates {
      // A creator with two formats is taken with the better one, the first.
      guard seen.insert(one.pick.creator.text).inserted else { continue }
      let list = try book.swap(
        "spring", leaving.creator.text, for: one.pick.creator.text, asDecided: false
      ) { false }
      #expect(Self.isKept(list))
      #expect(list.objective == before.objective + one.value)
      #expect(list.spend == one.spend && list.spend == before.spend + one.cost)
      #expect(try book.shortlist("spring-\(seen.count + 1)") == list)
      #expect(list.creators(.dropped) == [leaving.creator])
    }
    #expect(!seen.isEmpty)
    let others = (0..<40).map { "c\($0)" }.filter { !seen.contains($0) }
    for other in others {
      #expect(throws: Failure.self, "\(other)") {
        _ = try book.swap("spring", leaving.creator.text, for: other, asDecided: false) { false }
      }
    }
  }
}
