import Domain
import Ledger
import Store

/// What the book knew of creators on the days of their orders; each creator is read once.
struct KnownCreators {
  private final class Known {
    let id: CreatorID
    let nickname: String
    /// Newest first.
    let followers: [Dated<Int64>]
    let categories: [String]

    init(
      id: CreatorID, nickname: String, followers: [Dated<Int64>], categories: [String]
    ) {
      (self.id, self.nickname) = (id, nickname)
      (self.followers, self.categories) = (followers, categories)
    }
  }

  let book: Book
  let benchmarks: Benchmarks
  private var known: [CreatorID: Known] = [:]

  init(book: Book, benchmarks: Benchmarks) {
    (self.book, self.benchmarks) = (book, benchmarks)
  }

  /// The facts on a day: the newest follower count by then, or the first one that came after.
  mutating func facts(_ creator: CreatorID, on day: Day) throws -> CreatorFacts {
    guard let known = try self.known[creator] ?? read(creator) else { return CreatorFacts() }
    let count = known.followers.first { $0.day <= day } ?? known.followers.last
    return CreatorFacts(
      creator: known.id, nickname: known.nickname,
      tier: count.map { benchmarks.tiers.tier(followers: $0.value) },
      benchmark: benchmarks.benchmark(followers: count?.value, categories: known.categories))
  }

  private mutating func read(_ creator: CreatorID) throws -> Known? {
    guard let (key, id, nickname) = try book.creators.kept(id: creator) else { return nil }
    let facts = Known(
      id: id, nickname: nickname, followers: try book.facts.followers(of: key),
      categories: try book.labels.categories(of: key))
    known[creator] = facts
    return facts
  }
}
