import Domain
import Ledger
import Store

/// What the book knew of creators on the days of their orders; each creator is read once.
struct KnownCreators {
  /// What holds from some days on, the newest first; none of a creator that the book doesn't know.
  private struct Standings {
    var days: [Day] = []
    var facts: [CreatorFacts] = []
  }

  let book: Book
  let benchmarks: Benchmarks
  private var known: [CreatorID: Standings] = [:]

  init(book: Book, benchmarks: Benchmarks) {
    (self.book, self.benchmarks) = (book, benchmarks)
  }

  /// The facts on a day: the newest follower count by then, or the first one that came after.
  mutating func facts(_ creator: CreatorID, on day: Day) throws -> CreatorFacts {
    let known = try self.known[creator] ?? read(creator)
    let place = known.days.firstIndex { $0 <= day } ?? known.days.indices.last
    return place.map { known.facts[$0] } ?? CreatorFacts()
  }

  private mutating func read(_ creator: CreatorID) throws -> Standings {
    var standings = Standings()
    if let (key, id, nickname) = try book.creators.kept(id: creator) {
      let categories = try book.labels.categories(of: key)
      for count in try book.facts.followers(of: key) {
        standings.days.append(count.day)
        standings.facts.append(
          CreatorFacts(
            creator: id, nickname: nickname, tier: benchmarks.tiers.tier(followers: count.value),
            benchmark: benchmarks.benchmark(followers: count.value, categories: categories)))
      }
      if standings.days.isEmpty {
        standings.days = [Day(number: .min)]
        standings.facts = [CreatorFacts(creator: id, nickname: nickname)]
      }
    }
    known[creator] = standings
    return standings
  }
}
