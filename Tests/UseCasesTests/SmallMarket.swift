import Domain

@testable import UseCases

/// A book of seeded creators, a quarter of them mid, each with a quote for both formats.
enum SmallMarket {
  static func book(of count: Int, seed: UInt64) throws -> (TemporaryBook, OpenBook) {
    let temporary = try TemporaryBook()
    let book = try temporary.open()
    var random = SplitMix(seed: seed)
    for number in 0..<count {
      var draft = CreatorDraft()
      draft.id = "c\(number)"
      draft.nickname = "昵称\(number)号"
      let isMid = number % 4 == 0
      draft.followers = Int64.random(
        in: isMid ? 100_000...300_000 : 1_000...90_000, using: &random)
      draft.engagement = EngagementRate(
        basisPoints: Int64.random(in: 100...900, using: &random), base: .followers)
      draft.categories = [number % 3 == 0 ? "food" : "beauty"]
      draft.quotes = NoteFormat.allCases.map { format in
        Quote(
          format: format,
          price: Money(
            fen: Int64.random(in: isMid ? 400_000...900_000 : 50_000...250_000, using: &random)),
          quotedOn: book.today, source: "lin")
      }
      _ = try book.add(draft)
    }
    return (temporary, book)
  }

  /// ¥30,000, 60/40 of what is spent, one who must be on the list.
  static var request: ShortlistRequest {
    var request = ShortlistRequest(budget: Money(yuan: 30_000))
    request.mix = [
      .koc: Share(basisPoints: 6_000), .mid: Share(basisPoints: 4_000),
      .head: Share(basisPoints: 0),
    ]
    request.include = ["c7"]
    return request
  }
}
