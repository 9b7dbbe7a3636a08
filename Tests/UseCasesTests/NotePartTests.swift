import Domain
import Foundation
import Testing

@testable import Store
@testable import UseCases

/// Reports on all notes: the same however they are read, and of a day the same as if later files had never come.
@Suite struct NotePartTests {
  private static let head =
    "note_id,order_id,user_id,day,published_on,followers,impressions,reads,promoted_reads,"
    + "interactions,likes,comments,cost,campaign\n"

  /// Snapshots of notes of some creators on four days, one file a day.
  private static func files(_ random: inout SplitMix) -> [(day: Int, text: String)] {
    let notes = (0..<60).map { number in
      let user = Int.random(in: 1...9, using: &random)
      let published = number < 10 || number == 40 ? 1 : Int.random(in: 1...20, using: &random)
      // Two notes of each of a few orders share what it costs.
      let order = number < 10 ? "PGY-\(number / 2)" : ""
      return (id: "n\(number)", order: order, user: user, published: published)
    }
    return [5, 12, 20, 29].map { day in
      let rows = notes.filter { $0.published <= day }.map { note -> String in
        let reads = Int.random(in: 1...30, using: &random) * day * 100
        let isTold = Int.random(in: 0...4, using: &random) > 0
        let likes = reads / Int.random(in: 5...50, using: &random)
        let comments = Int.random(in: 0...likes / 5 + 1, using: &random)
        let followers = [3_000, 30_000, 300_000][note.user % 3]
        let cells = [
          note.id, note.order, userID(note.user), "2026-10-\(two(day))",
          "2026-10-\(two(note.published))", note.user % 4 == 0 ? "" : "\(followers)",
          "\(reads * 9)", "\(reads)", isTold ? "\(reads / 4)" : "", "\(likes + comments)",
          "\(likes)", "\(comments)", "\(followers / 40)", note.user % 2 == 0 ? "spring" : "",
        ]
        return cells.joined(separator: ",") + "\n"
      }
      return (day, head + rows.joined())
    }
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static func userID(_ number: Int) -> String {
    String(repeating: "b", count: 23) + "\(number)"
  }

  /// A book with creators, orders and a card, and what some files say.
  private static func book(_ files: [(day: Int, text: String)]) throws -> OrderFixture {
    let fixture = try OrderFixture()
    let book = fixture.book
    for user in 1...9 where user != 5 {
      var draft = CreatorDraft()
      (draft.nickname, draft.userID) = ("creator \(user)", userID(user))
      draft.followers = Int64([3_000, 30_000, 300_000][user % 3])
      draft.engagement = .init(basisPoints: 400, base: .followers)
      _ = try book.add(draft)
    }
    for number in 0..<3 {
      let order = OrderDraft(
        number: "PGY-\(number)", creator: "creator 1", quote: Money(yuan: 1_003), format: .image)
      _ = try book.bookOrder(order, try fixture.note("2026-10-01"))
    }
    _ = try book.options(of: "spring")
    for file in files {
      _ = try book.importResults([
        InputFile(name: "day \(file.day).csv", bytes: Array(file.text.utf8))
      ])
    }
    let ads = """
      date,noteId,placement,fee,impression,click,interaction
      2026-10-04,n1,信息流,100.00,4000,20,5
      2026-10-15,n1,信息流,150.00,5000,25,6
      2026-10-16,n40,搜索,80,,8,3

      """
    _ = try book.importResults([InputFile(name: "ads.csv", bytes: Array(ads.utf8))])
    return fixture
  }

  @Test func `reports are the same of one part, of two, and of two read at once`() throws {
    var random = SplitMix(seed: 15)
    let fixture = try Self.book(Self.files(&random))
    let book = fixture.book
    func reports(_ rule: AtOnce.Rule) throws -> [[String]] {
      book.book.noteRule = rule
      let lists =
        try ResultGrouping.allCases.map { try book.results(by: $0) } + [
          book.boost(budget: Money(yuan: 50_000)).listing, book.rebooking(), book.unusual(),
          BookBenchmark.listing(of: book.benchmarks()),
        ]
      let measured = try book.measuredEngagement().mapValues(\.basisPoints)
      return lists.map(OrderFixture.lines)
        + [measured.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }]
    }
    let whole = try reports(AtOnce.Rule(fewest: .max))
    #expect(whole.allSatisfy { !$0.isEmpty })
    #expect(try reports(AtOnce.Rule(fewest: 2, isAtOnce: false)) == whole)
    #expect(try reports(AtOnce.Rule(fewest: 2)) == whole)
    // What only this connection sees isn't read by another one.
    try book.book.transaction {
      _ = try book.book.results.forget(2)
      let changed = try reports(AtOnce.Rule(fewest: 2))
      #expect(changed != whole)
      #expect(try reports(AtOnce.Rule(fewest: .max)) == changed)
    }
  }

  @Test func `a campaign's report of a day knows nothing of what came later`() throws {
    for seed in UInt64(1)...3 {
      var random = SplitMix(seed: seed)
      let files = Self.files(&random)
      let all = try Self.book(files)
      for day in [5, 12, 20, 28] {
        let early = try Self.book(files.filter { $0.day <= day })
        let asOf = Day("2026-10-\(Self.two(day))")
        let now = try all.book.campaignReport("spring", asOf: asOf)
        let then = try early.book.campaignReport("spring", asOf: asOf)
        for (part, before) in zip(now.parts, then.parts) {
          #expect(
            OrderFixture.lines(part.listing) == OrderFixture.lines(before.listing),
            "\(part.key) of \(day), seed \(seed)")
        }
        #expect(now.figures.map(\.value) == then.figures.map(\.value))
      }
    }
  }
}
