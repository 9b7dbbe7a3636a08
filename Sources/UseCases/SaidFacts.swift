import Domain
import Interchange
import Store

/// What one import has said so far, so that rows which contradict each other are noticed.
///
/// Two values for one creator, day and source can't both be true; and kept one after the other they
/// would make the same list say something new each time.
struct SaidFacts {
  private struct Key: Hashable {
    let creator: CreatorKey
    /// Places in `names`: what is said, and by whom.
    let fact: Int32
    let source: Int32
    let day: Int32
  }

  /// A value by its hash, which tells it from any other in one run of the program, and its place.
  private struct Said {
    let value: Int
    let file: Int32
    let line: Int32
  }

  private var said: [Key: Said] = [:]
  private var names: [String: Int32] = [:]
  private var files: [String] = []

  /// Keeps what a record says, unless it contradicts what was said before.
  ///
  /// - Parameters:
  ///   - day: the day of what has none of its own.
  ///   - source: the source of what has none of its own.
  mutating func add(
    _ record: CreatorRecord, of creator: CreatorKey, file: String, day: Day, source: String,
    rater: String
  ) -> RowRefusal? {
    if files.last != file { files.append(file) }
    for fact in Self.facts(of: record, day: day, source: source, rater: rater) {
      let key = Key(
        creator: creator, fact: place(of: fact.name), source: place(of: fact.source),
        day: fact.day.number)
      let new = Said(
        value: fact.value, file: Int32(files.count - 1), line: Int32(clamping: record.line))
      guard let old = said[key] else {
        said[key] = new
        continue
      }
      guard old.value != new.value else { continue }
      return RowRefusal(
        found: "\(fact.name) \(fact.shown())",
        wanted: "the same as \(files[Int(old.file)]):\(old.line) says of this creator and day")
    }
    return nil
  }

  private mutating func place(of name: String) -> Int32 {
    if let place = names[name] { return place }
    names[name] = Int32(names.count)
    return Int32(names.count - 1)
  }

  private struct Fact {
    let name: String
    let day: Day
    let source: String
    let value: Int
    /// Only a contradiction is put in words.
    let shown: () -> String

    init(
      _ name: String, _ day: Day, _ source: String, _ value: some Hashable,
      _ shown: @autoclosure @escaping () -> String
    ) {
      (self.name, self.day, self.source, self.shown) = (name, day, source, shown)
      self.value = value.hashValue
    }
  }

  private static func facts(of record: CreatorRecord, day: Day, source: String, rater: String)
    -> [Fact]
  {
    var facts: [Fact] = []
    if let count = record.followers {
      facts.append(
        Fact(
          "followers", count.day ?? day, count.source ?? source, count.value, "\(count.value)"))
    }
    if let rate = record.engagement {
      facts.append(
        Fact(
          rate.value.base == .reads ? "engagement of reads" : "engagement of followers",
          rate.day ?? day, rate.source ?? source,
          rate.value, "\(rate.value)"))
    }
    for quote in record.quotes {
      let (price, isImage) = (quote.value.price, quote.value.format == .image)
      facts.append(
        Fact(
          isImage ? "image quote" : "video quote", quote.day ?? day, quote.source ?? source,
          quote.value,
          price.map { "\($0)" } ?? "not offered"))
    }
    for metric in record.metrics {
      facts.append(Fact(metric.name, day, source, metric.value, "\(metric.value)"))
    }
    for review in record.reviews {
      facts.append(
        Fact(
          "rating", review.day ?? day, "by " + (review.rater ?? rater),
          [review.stars.map { "\($0)" }, review.verdict.map { "\($0)" }, review.comment],
          "by " + (review.rater ?? rater)))
    }
    return facts
  }
}
