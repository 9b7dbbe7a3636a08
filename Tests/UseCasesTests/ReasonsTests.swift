import Domain
import Testing

@testable import UseCases

@Suite struct ReasonsTests {
  private static func book() throws -> (TemporaryBook, OpenBook) {
    try SmallMarket.book(of: 36, seed: 33)
  }

  private static var request: ShortlistRequest {
    var request = SmallMarket.request
    request.exclude = ["c9", "c10"]
    request.categories = ["beauty"]
    request.maxFee = Money(yuan: 8_000)
    return request
  }

  private static func reasons(_ book: OpenBook, _ request: ShortlistRequest = request) throws
    -> ShortlistReasons
  {
    let outcome = try book.plan(request, reasons: { false }) { false }
    return try #require(outcome.reasons)
  }

  private static func value(_ book: OpenBook, _ change: (inout ShortlistRequest) -> Void) throws
    -> Int64?
  {
    var request = Self.request
    change(&request)
    return try book.plan(request) { false }.list?.objective
  }

  @Test func `what a pick's dropping out does is what planning without it gives`() throws {
    let (temporary, book) = try Self.book()
    defer { withExtendedLifetime(temporary) {} }
    let reasons = try Self.reasons(book)
    #expect(reasons.isWhole && !reasons.picks.isEmpty)
    for one in reasons.picks {
      let without = try Self.value(book) {
        $0.include.removeAll { $0 == one.pick.creator.text }
        $0.exclude.append(one.pick.creator.text)
      }
      #expect(one.without?.objective == without, "\(one.pick.nickname)")
      let spend = one.joining.reduce(reasons.spend - one.pick.cost) { $0 + $1.cost }
      #expect(one.spend == one.leaving.reduce(spend) { $0 - $1.cost })
    }
  }

  @Test func `each wish costs what planning without it gains`() throws {
    let (temporary, book) = try Self.book()
    defer { withExtendedLifetime(temporary) {} }
    let reasons = try Self.reasons(book)
    let costs = Dictionary(
      uniqueKeysWithValues: reasons.constraints.map { ($0.words, $0.replanned?.objective) })
    #expect(
      try costs["--min-use 90%"] == Self.value(book) { $0.minimumUse = Share(basisPoints: 0) })
    #expect(try costs["--include 昵称7号"] == Self.value(book) { $0.include = [] })
    #expect(try costs["--exclude c9"] == Self.value(book) { $0.exclude = ["c10"] })
    #expect(try costs["--category beauty"] == Self.value(book) { $0.categories = [] })
    #expect(try costs["--max-fee ¥8,000.00"] == Self.value(book) { $0.maxFee = nil })
    #expect(
      try costs["--mix 60/40/0"]
        == Self.value(book) {
          $0.measure = .none
          $0.minimumUse = Share(basisPoints: 9_000)
        })
    for (change, percent) in zip(reasons.budgets, [75, 90, 110, 125] as [Int64]) {
      let budget = Money(yuan: 300 * percent)
      #expect(change.budget == budget)
      #expect(try change.replanned?.objective == Self.value(book) { $0.budget = budget })
    }
  }

  @Test func `a near-miss quoting its entering price comes onto the list, not at one fen more`()
    throws
  {
    let (temporary, book) = try Self.book()
    defer { withExtendedLifetime(temporary) {} }
    let reasons = try Self.reasons(book)
    #expect(reasons.nearMisses.count == 5)
    for miss in reasons.nearMisses {
      let enters = try #require(miss.enters)
      guard enters > .zero else { continue }
      for (price, isOn) in [
        (enters, true), (enters + Money(fen: 1), false), (miss.pick.quote, false),
      ] {
        _ = try book.quote(
          miss.pick.creator.text,
          Quote(format: miss.pick.format, price: price, quotedOn: book.today, source: "lin"))
        let list = try #require(try book.plan(Self.request) { false }.list)
        if isOn {
          #expect(list.picks.contains { $0.creator == miss.pick.creator })
          #expect(list.objective > reasons.objective)
        } else {
          #expect(list.objective == reasons.objective)
        }
      }
    }
  }

  @Test func `when the time is over the rest is left open`() throws {
    let (temporary, book) = try Self.book()
    defer { withExtendedLifetime(temporary) {} }
    let outcome = try book.plan(Self.request, reasons: { true }) { false }
    let reasons = try #require(outcome.reasons)
    #expect(!reasons.isWhole)
    #expect(reasons.picks.count == outcome.list?.picks.count)
    #expect(reasons.picks.allSatisfy { $0.without == nil })
  }
}
