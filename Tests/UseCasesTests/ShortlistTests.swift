import Domain
import Store
import Testing

@testable import UseCases

@Suite struct ShortlistTests {
  /// 60 creators: forty nanos and micros, fourteen mids, six tops; prices in fen that don't divide by ten.
  private static func fill(_ book: OpenBook) throws {
    var random = SplitMix(seed: 7)
    for number in 0..<60 {
      var draft = CreatorDraft()
      draft.id = "c\(number)"
      draft.nickname = "昵称\(number)"
      let range: ClosedRange<Int64> =
        number < 40 ? 500...90_000 : number < 54 ? 100_000...400_000 : 500_000...2_000_000
      let perFollower: ClosedRange<Int64> = number < 40 ? 10...40 : number < 54 ? 3...9 : 2...4
      let followers = Int64.random(in: range, using: &random)
      draft.followers = followers
      draft.engagement = EngagementRate(
        basisPoints: Int64.random(in: 50...900, using: &random), base: .followers)
      draft.categories = [number % 3 == 0 ? "beauty" : "food"]
      draft.quotes = NoteFormat.allCases.map { format in
        Quote(
          format: format,
          price: Money(
            fen: followers * Int64.random(in: perFollower, using: &random)
              + Int64.random(in: 1...9, using: &random)), quotedOn: book.today, source: "lin")
      }
      _ = try book.add(draft)
    }
  }

  private static func book() throws -> (TemporaryBook, OpenBook) {
    let temporary = try TemporaryBook()
    let book = try temporary.open()
    try fill(book)
    return (temporary, book)
  }

  private static func request(_ yuan: Int64, _ change: (inout ShortlistRequest) -> Void = { _ in })
    -> ShortlistRequest
  {
    var request = ShortlistRequest(budget: Money(yuan: yuan))
    change(&request)
    return request
  }

  private static func plan(_ book: OpenBook, _ request: ShortlistRequest) throws -> Shortlist {
    let outcome = try book.plan(request) { false }
    #expect(outcome.status == .optimal)
    return try #require(outcome.list)
  }

  private static func ids(_ list: Shortlist) -> Set<String> { Set(list.picks.map(\.creator.text)) }

  @Test func `a pyramid keeps to its parts, its budget and its floor, to the fen`() throws {
    let (temporary, book) = try Self.book()
    defer { withExtendedLifetime(temporary) {} }
    let list = try Self.plan(book, Self.request(250_000))
    let spend = list.picks.reduce(0) { $0 + $1.quote.fen + ($1.quote.fen + 5) / 10 }
    #expect(spend == list.spend.fen)
    #expect(spend <= 25_000_000 && spend * 10 >= 25_000_000 * 9)
    for (band, share) in [(Band.koc, 70), (.mid, 20), (.head, 10)] as [(Band, Int64)] {
      let part = list.picks.filter { $0.band == band }.reduce(0) { $0 + $1.cost.fen } * 100
      #expect(part >= (share - 5) * spend && part <= (share + 5) * spend, "\(band)")
    }
    #expect(Set(list.picks.map(\.creator)).count == list.picks.count, "one note a creator")
  }

  @Test func `a value is followers times engagement times rating weight`() throws {
    let (temporary, book) = try Self.book()
    defer { withExtendedLifetime(temporary) {} }
    try book.rate("c3", stars: 5, verdict: nil, comment: "")
    let list = try Self.plan(book, Self.request(200_000) { $0.measure = .none })
    for pick in list.picks {
      let weight: Int64 = pick.creator.text == "c3" ? 130 : 100
      let exact = pick.followers * (pick.engagement?.basisPoints ?? 0) * weight
      #expect(abs(pick.value * 1_000_000 - exact) <= 500_000)
    }
  }

  @Test func `who is blocked, refused, on hold or too dear is left out, and counted`() throws {
    let (temporary, book) = try Self.book()
    defer { withExtendedLifetime(temporary) {} }
    _ = try book.exclude("c1", .blocked(since: book.today, reason: "x"))
    _ = try book.exclude("c2", .conflict(until: book.today, reason: "rival"))
    try book.rate("c3", stars: nil, verdict: .no, comment: "")
    try book.rate("c4", stars: 5, verdict: .hold, comment: "")
    try book.rate("c5", stars: nil, verdict: .price(ceiling: Money(fen: 1)), comment: "")
    _ = try book.quote(
      "c6", Quote(format: .image, price: nil, quotedOn: book.today, source: "lin"))
    _ = try book.quote(
      "c6", Quote(format: .video, price: nil, quotedOn: book.today, source: "lin"))
    let request = Self.request(99_000_000) {
      $0.measure = .none; $0.exclude = ["c7", "昵称8"]
    }
    let outcome = try book.plan(request) { false }
    let list = try #require(outcome.list)
    #expect(Self.ids(list) == Set((0..<60).map { "c\($0)" }).subtracting((1...8).map { "c\($0)" }))
    let counts = Dictionary(uniqueKeysWithValues: outcome.leftOut.map { ($0.why, $0.count) })
    #expect(
      counts == [
        .excluded: 2, .blocked: 1, .conflict: 1, .refused: 1, .held: 1, .tooDear: 1, .noQuote: 1,
      ])
  }

  @Test func `who is included is on the list, whatever reviewers said, unless blocked`() throws {
    let (temporary, book) = try Self.book()
    defer { withExtendedLifetime(temporary) {} }
    try book.rate("c10", stars: 1, verdict: .no, comment: "")
    let list = try Self.plan(book, Self.request(250_000) { $0.include = ["昵称10"] })
    #expect(Self.ids(list).contains("c10"))
    _ = try book.exclude("c10", .blocked(since: book.today, reason: "x"))
    #expect(throws: Failure.self) {
      _ = try book.plan(Self.request(250_000) { $0.include = ["c10"] }) { false }
    }
  }

  @Test func `a category, a format and a highest fee are kept to`() throws {
    let (temporary, book) = try Self.book()
    defer { withExtendedLifetime(temporary) {} }
    let list = try Self.plan(
      book,
      Self.request(30_000) {
        $0.measure = .none
        $0.categories = ["美妆"]
        $0.formats = [.video]
        $0.maxFee = Money(yuan: 5_000)
      })
    #expect(!list.picks.isEmpty)
    for pick in list.picks {
      #expect(pick.categories == ["beauty"])
      #expect(pick.format == .video && pick.quote <= Money(yuan: 5_000))
    }
  }

  @Test func `counts per band are kept to`() throws {
    let (temporary, book) = try Self.book()
    defer { withExtendedLifetime(temporary) {} }
    let list = try Self.plan(
      book,
      Self.request(150_000) {
        $0.measure = .counts
        $0.counts = [.koc: 20...25, .mid: 3...3, .head: 1...2]
      })
    let count = { (band: Band) in list.picks.filter { $0.band == band }.count }
    #expect((20...25).contains(count(.koc)) && count(.mid) == 3 && (1...2).contains(count(.head)))
  }

  @Test func `nano as the base makes micros the middle`() throws {
    let (temporary, book) = try Self.book()
    defer { withExtendedLifetime(temporary) {} }
    let list = try Self.plan(
      book,
      Self.request(1_000_000) {
        $0.measure = .none; $0.base = "nano"
      })
    for pick in list.picks {
      let band: Band =
        pick.followers < 10_000 ? .koc : pick.followers < 500_000 ? .mid : .head
      #expect(pick.band == band)
    }
  }

  @Test func `a saved list never follows later changes of the book`() throws {
    let (temporary, book) = try Self.book()
    defer { withExtendedLifetime(temporary) {} }
    let outcome = try book.plan(Self.request(250_000), saveAs: "spring") { false }
    let decided = try #require(outcome.list)
    for pick in decided.picks {
      _ = try book.quote(
        pick.creator.text,
        Quote(format: pick.format, price: Money(yuan: 9_999), quotedOn: book.today, source: "lin"))
      var draft = CreatorDraft()
      draft.nickname = "renamed \(pick.creator)"
      draft.followers = 1
      _ = try book.edit(pick.creator.text, draft)
      try book.rate(pick.creator.text, stars: 1, verdict: .no, comment: "")
    }
    #expect(try book.shortlist("spring") == decided)
    #expect(try temporary.open(days: 400).shortlist("spring") == decided)
  }

  @Test func `a name is kept once, copied, compared and deleted`() throws {
    let (temporary, book) = try Self.book()
    defer { withExtendedLifetime(temporary) {} }
    _ = try book.plan(Self.request(250_000), saveAs: "a") { false }
    let second = Self.request(240_000)
    #expect(throws: Failure.self) { _ = try book.plan(second, saveAs: "a") { false } }
    try book.copyShortlist("a", as: "b")
    #expect(throws: Failure.self) { try book.copyShortlist("a", as: "b") }
    #expect(try book.compareShortlists("a", "b").rows.isEmpty)
    let dropped = try #require(try book.shortlist("a").picks.last)
    let request = Self.request(250_000) { $0.exclude = [dropped.creator.text] }
    _ = try book.plan(request, saveAs: "c") { false }
    let changes = try book.compareShortlists("a", "c").rows
    let mine = changes.first { $0.first == .text(dropped.creator.text) }
    #expect(mine?.dropFirst(2).first == .text("dropped"))
    #expect(try book.shortlists().rows.count == 3)
    try book.deleteShortlist("b")
    #expect(throws: Failure.self) { _ = try book.shortlist("b") }
  }

  @Test func `the pyramid's rows add up to its total`() throws {
    let (temporary, book) = try Self.book()
    defer { withExtendedLifetime(temporary) {} }
    let pyramid = Pyramid(try Self.plan(book, Self.request(250_000)).picks)
    #expect(pyramid.rows.reduce(0) { $0 + $1.people } == pyramid.total.people)
    #expect(pyramid.rows.reduce(.zero) { $0 + $1.cost } == pyramid.total.cost)
    #expect(pyramid.total.spendShare == 10_000 && pyramid.total.peopleShare == 10_000)
    #expect(abs(pyramid.rows.reduce(0) { $0 + ($1.spendShare ?? 0) } - 10_000) <= 2)
  }

  @Test func `what can't be bought is infeasible, with reasons in money`() throws {
    let (temporary, book) = try Self.book()
    defer { withExtendedLifetime(temporary) {} }
    let outcome = try book.plan(Self.request(100)) { false }
    #expect(outcome.status == .infeasible)
    #expect(outcome.list == nil)
    #expect(outcome.conflict.contains { $0.contains("¥") })
  }

  @Test func `reads are counted from the medians of the book`() throws {
    let (temporary, book) = try Self.book()
    defer { withExtendedLifetime(temporary) {} }
    let key = try book.find("c0")
    try book.book.facts.record(
      metric: "reads.all", value: 10, of: key, on: book.today, source: "s")
    try book.book.facts.record(
      metric: "reads.everyday.30d", value: 77, of: key, on: book.today, source: "s")
    let list = try Self.plan(
      book,
      Self.request(1_000_000) {
        $0.measure = .none; $0.aim = .reads
      })
    #expect(list.picks.map(\.value) == [77])
  }
}
