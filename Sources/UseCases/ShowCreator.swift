import Domain
import Store

extension OpenBook {
  /// Everything the book knows of the one creator that some words mean.
  public func card(_ words: String) throws -> CreatorCard {
    try book.snapshot {
      let key = try find(words)
      guard let summary = try book.summaries.summary(of: key, on: today) else {
        throw Failure(.failed, "no creator matches \(words)")
      }
      let benchmarks = try benchmarks()
      let benchmark = benchmarks.benchmark(
        followers: summary.followers, categories: summary.categories)
      return CreatorCard(
        summary: summary, formerIDs: try book.creators.formerIDs(of: key),
        tier: summary.followers.map(benchmarks.tiers.tier(followers:)),
        benchmark: benchmark, followers: try book.facts.followers(of: key),
        engagements: try book.facts.engagements(of: key), medians: try book.facts.metrics(of: key),
        quotes: try book.quotes.quotes(of: key).map { quote in
          CreatorCard.JudgedQuote(
            quote: quote, isCurrent: summary.quotes.contains(quote),
            judgement: quote.price.flatMap { benchmark?.judge($0) })
        },
        ratings: try book.ratings.ratings(of: key), contacts: try book.labels.contacts(of: key),
        notes: try book.notes.notes(of: key), orders: try orders(of: summary.creator.id),
        results: try results(of: key))
    }
  }

  private func orders(of creator: CreatorID?) throws -> Listing {
    var filter = OrderFilter()
    filter.creator = creator
    return try listing(try book.ledger.orders(filter))
  }
}
