import Domain
import Store
import Testing

@testable import UseCases

/// A file of offers is planned as the book that it came from.
@Suite struct PlanFileTests {
  private static func book() throws -> (TemporaryBook, OpenBook, InputFile) {
    let temporary = try TemporaryBook()
    let book = try temporary.open()
    var random = SplitMix(seed: 3)
    for number in 0..<80 {
      var draft = CreatorDraft()
      draft.id = "c\(number)"
      draft.nickname = "昵称\(number)"
      draft.followers =
        number < 60
        ? Int64.random(in: 500...90_000, using: &random)
        : Int64.random(in: 100_000...900_000, using: &random)
      draft.engagement = EngagementRate(
        basisPoints: Int64.random(in: 50...900, using: &random), base: .followers)
      draft.categories = [number % 3 == 0 ? "beauty" : "food"]
      draft.agency = number % 4 == 0 ? "青柚" : nil
      draft.quotes = [NoteFormat.image, .video].dropLast(number % 2).map { format in
        Quote(
          format: format, price: Money(fen: Int64.random(in: 10_000...900_000, using: &random)),
          quotedOn: book.today, source: "lin")
      }
      _ = try book.add(draft)
      if number % 5 == 0 { try book.rate("c\(number)", stars: 5, verdict: nil, comment: "") }
    }
    let export = try book.exportCreators(CreatorSearch())
    return (temporary, book, InputFile(name: "offers.csv", bytes: export.csv()))
  }

  private static func picks(_ outcome: ShortlistOutcome) -> [String] {
    (outcome.list?.picks ?? []).map {
      "\($0.creator) \($0.nickname) \($0.format) \($0.band) \($0.quote) \($0.fee) \($0.value) "
        + "\($0.agency ?? "-") \($0.categories) \($0.rating.averageHundredths ?? 0)"
    }
  }

  @Test func `a list from an export is the list from the book, whatever is asked`() throws {
    let (temporary, book, file) = try Self.book()
    defer { withExtendedLifetime(temporary) {} }
    var requests = [ShortlistRequest](repeating: .init(budget: Money(yuan: 90_000)), count: 6)
    requests[1].measure = .none
    requests[1].include = ["c61"]
    requests[1].exclude = ["c5", "c7"]
    requests[2].categories = ["美妆"]
    requests[2].measure = .none
    requests[3].formats = [.video]
    requests[3].measure = .heads
    requests[4].minRatingHundredths = 400
    requests[4].measure = .none
    requests[5].aim = .followers
    requests[5].maxFee = Money(yuan: 4_000)
    var found = 0
    for request in requests {
      let ours = try request.plan(from: file, now: book.now, actor: "lin") { false }
      let theirs = try book.plan(request) { false }
      #expect(ours.status == theirs.status)
      #expect(Self.picks(ours) == Self.picks(theirs))
      #expect(ours.list?.spend == theirs.list?.spend && ours.bound == theirs.bound)
      if ours.list != nil { found += 1 }
    }
    #expect(found >= 4, "hardly anything was compared")
  }

  @Test func `a name that the file lacks is refused, and reads need a book`() throws {
    let rows = "creator_id,followers,engagement_rate,fee\nkb1,1,1,1"
    let file = InputFile(name: "offers.csv", bytes: Array(rows.utf8))
    let changes: [(inout ShortlistRequest) -> Void] = [
      { $0.include = ["kb2"] }, { $0.exclude = ["kb2"] }, { $0.aim = .reads },
      { $0.categories = ["no such"] }, { ($0.include, $0.exclude) = (["kb1"], ["kb1"]) },
    ]
    for change in changes {
      var request = ShortlistRequest(budget: Money(yuan: 100))
      change(&request)
      let asked = request
      #expect(throws: Failure.self) {
        _ = try asked.plan(from: file, now: TemporaryBook.noon, actor: "lin") { false }
      }
    }
  }
}
