public import Domain
import Store

extension OpenBook {
  /// Records what a creator asks for a note, or that the creator no longer offers the format.
  ///
  /// - Returns: the creator's id, whether it said something new, and how it stands against the benchmark.
  @discardableResult
  public func quote(_ words: String, _ quote: Quote) throws -> QuoteOutcome {
    try changeOne("quote", words) { key in
      let isNew = try book.quotes.record(quote, of: key, byPerson: true)
      let followers = try book.facts.followers(of: key).first { $0.day <= today }?.value
      let benchmark = try benchmarks().benchmark(
        followers: followers, categories: try book.labels.categories(of: key))
      return QuoteOutcome(
        receipt: try receipt(key, isNew: isNew), benchmark: benchmark,
        judgement: quote.price.flatMap { benchmark?.judge($0) })
    }
  }

  func benchmarks() throws -> Benchmarks {
    Benchmarks(
      tiers: try book.reference.tierTable(), categories: try book.reference.categories())
  }
}
