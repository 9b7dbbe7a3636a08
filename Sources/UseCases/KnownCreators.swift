import Domain
import Ledger
import Store

/// What the book knew of creators on the days of their orders; each creator is read once.
struct KnownCreators {
  /// What holds from a day on.
  private struct Standing {
    let from: Day
    let facts: CreatorFacts
  }

  let book: Book
  let benchmarks: Benchmarks
  /// The newest first; none of a creator that the book doesn't know.
  private var known: [CreatorID: [Standing]] = [:]

  init(book: Book, benchmarks: Benchmarks) {
    (self.book, self.benchmarks) = (book, benchmarks)
  }

  /// The facts on a day: the newest follower count by then, or the first one that came after.
  mutating func facts(_ creator: CreatorID, on day: Day) throws -> CreatorFacts {
    let standings = try known[creator] ?? read(creator)
    let place = standings.indices.first { standings[$0].from <= day } ?? standings.indices.last
    return place.map { standings[$0].facts } ?? CreatorFacts()
  }

  private mutating func read(_ creator: CreatorID) throws -> [Standing] {
    var standings: [Standing] = []
    if let (key, id, nickname) = try book.creators.kept(id: creator) {
      let categories = try book.labels.categories(of: key)
      standings = try book.facts.followers(of: key).map { count in
        Standing(
          from: count.day,
          facts: CreatorFacts(
            creator: id, nickname: nickname, tier: benchmarks.tiers.tier(followers: count.value),
            benchmark: benchmarks.benchmark(followers: count.value, categories: categories)))
      }
      if standings.isEmpty {
        standings = [
          Standing(
            from: Day(number: .min), facts: CreatorFacts(creator: id, nickname: nickname))
        ]
      }
    }
    known[creator] = standings
    return standings
  }
}
