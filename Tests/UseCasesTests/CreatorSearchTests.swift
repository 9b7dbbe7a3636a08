import Domain
import Testing

@testable import UseCases

/// Lists against a filter over plain values that never met SQL.
@Suite struct CreatorSearchTests {
  private struct Person {
    var nickname: String
    var followers: Int64?
    var engagement: Int64?
    var image: Int64?
    var video: Int64?
    var stars: [Int64]
    var category: String
    var agency: String?
    var tag: String?
    var city: String?
    var isBlocked: Bool
  }

  private static func people(_ count: Int, _ random: inout SplitMix) -> [Person] {
    (0..<count).map { number in
      let maybe = { (chance: Int, random: inout SplitMix) in
        Int.random(in: 0..<100, using: &random) < chance
      }
      let price = { (random: inout SplitMix) -> Int64? in
        maybe(70, &random) ? Int64.random(in: 1...30, using: &random) * 1_000 : nil
      }
      return Person(
        nickname: ["鹿", "桃", "Lina ", "100%", "a_b"].randomElement(using: &random).map {
          "\($0)\(number)"
        } ?? "",
        followers: maybe(90, &random) ? Int64.random(in: 0...800_000, using: &random) : nil,
        engagement: maybe(80, &random) ? Int64.random(in: 0...2_000, using: &random) : nil,
        image: price(&random), video: price(&random),
        stars: (0..<Int.random(in: 0...3, using: &random)).map { _ in
          Int64.random(in: 1...5, using: &random)
        },
        category: ["beauty", "food", "home"].randomElement(using: &random) ?? "",
        agency: maybe(40, &random) ? ["鹿鸣", "Blue"].randomElement(using: &random) : nil,
        tag: maybe(40, &random) ? ["春季", "vip"].randomElement(using: &random) : nil,
        city: maybe(60, &random) ? ["上海", "杭州"].randomElement(using: &random) : nil,
        isBlocked: maybe(10, &random))
    }
  }

  private static func add(_ person: Person, to temporary: TemporaryBook, _ book: OpenBook) throws {
    var draft = CreatorDraft()
    draft.nickname = person.nickname
    draft.followers = person.followers
    draft.engagement = person.engagement.map { EngagementRate(basisPoints: $0, base: .followers) }
    draft.categories = [person.category]
    draft.agency = person.agency
    draft.tags = person.tag.map { [$0] } ?? []
    draft.city = person.city
    draft.quotes = [(NoteFormat.image, person.image), (.video, person.video)].compactMap {
      format, yuan in
      yuan.map {
        Quote(format: format, price: Money(yuan: $0), quotedOn: book.today, source: "lin")
      }
    }
    _ = try book.add(draft)
    for (rater, stars) in person.stars.enumerated() {
      try temporary.open(as: "rater \(rater)").rate(
        person.nickname, stars: stars, verdict: nil, comment: "")
    }
    if person.isBlocked {
      _ = try book.exclude(person.nickname, .blocked(since: book.today, reason: "test"))
    }
  }

  private static func search(_ random: inout SplitMix) -> (CreatorSearch, (Person) -> Bool) {
    var search = CreatorSearch()
    let bound = Int64.random(in: 0...40, using: &random)
    switch Int.random(in: 0..<11, using: &random) {
    case 0:
      search.tier = "micro"
      return (search, { (10_000..<100_000).contains($0.followers ?? -1) })
    case 1:
      search.band = .koc
      return (search, { (0..<100_000).contains($0.followers ?? -1) })
    case 2:
      search.filter.maxFee = Money(yuan: bound * 1_000)
      return (
        search, { [$0.image, $0.video].contains { $0.map { $0 <= bound * 1_000 } ?? false } }
      )
    case 3:
      search.filter.minFee = Money(yuan: bound * 1_000)
      return (
        search, { [$0.image, $0.video].contains { $0.map { $0 >= bound * 1_000 } ?? false } }
      )
    case 4:
      search.filter.minRatingHundredths = 350
      return (
        search, { !$0.stars.isEmpty && 2 * $0.stars.reduce(0, +) >= 7 * Int64($0.stars.count) }
      )
    case 5:
      search.filter.minEngagement = bound * 40
      return (search, { ($0.engagement ?? -1) >= bound * 40 })
    case 6:
      search.filter.categories = ["美妆", "food"]
      return (search, { $0.category != "home" })
    case 7:
      search.filter.agency = "鹿鸣"
      return (search, { $0.agency == "鹿鸣" })
    case 8:
      search.filter.tags = ["vip"]
      return (search, { $0.tag == "vip" })
    case 9:
      search.words = ["%", "_", "鹿", "lina"].randomElement(using: &random)
      let words = search.words ?? ""
      return (
        search,
        { $0.nickname.lowercased().contains(words) || $0.agency?.contains(words) ?? false }
      )
    default:
      search.filter.onlyFree = true
      search.filter.city = "上"
      return (search, { !$0.isBlocked && $0.city == "上海" })
    }
  }

  @Test func `each filter lets through exactly those that a filter over values lets through`()
    throws
  {
    var random = SplitMix(seed: 20_261_123)
    let temporary = try TemporaryBook()
    let book = try temporary.open()
    let people = Self.people(120, &random)
    for person in people { try Self.add(person, to: temporary, book) }
    for _ in 0..<150 {
      let (search, lets) = Self.search(&random)
      let found = try book.creators(search)
      let wanted = people.filter(lets).map(\.nickname).sorted()
      #expect(found.map(\.creator.nickname).sorted() == wanted, "\(search)")
      let counts = found.map { $0.followers ?? -1 }
      #expect(counts == counts.sorted(by: >), "most followers first")
    }
  }

  @Test func `an unknown tier or category is a usage error that says what there is`() throws {
    let temporary = try TemporaryBook()
    let book = try temporary.open()
    var search = CreatorSearch()
    search.tier = "giant"
    #expect(throws: Failure.self) { try book.creators(search) }
    search.tier = nil
    search.filter.categories = ["没有"]
    #expect(throws: Failure.self) { try book.creators(search) }
  }
}
