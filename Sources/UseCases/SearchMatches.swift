import Domain
import Store

/// The creators that words find, each with the best place, as they came into the book.
struct SearchMatches {
  private(set) var hits: [SearchHit] = []
  /// The tags of those found by one.
  private(set) var tags: [CreatorKey: String] = [:]

  /// Adds creators in ascending order; those that are known were found at a better place.
  mutating func add(_ more: [SearchHit]) {
    guard !more.isEmpty, !hits.isEmpty else { return hits += more }
    var all: [SearchHit] = []
    all.reserveCapacity(hits.count + more.count)
    var place = 0
    for hit in more {
      while place < hits.count, hits[place].key < hit.key {
        all.append(hits[place])
        place += 1
      }
      if place == hits.count || hits[place].key != hit.key { all.append(hit) }
    }
    hits = all + hits[place...]
  }

  /// Adds the keys in ascending order.
  mutating func add(_ keys: [CreatorKey], _ place: SearchPlace) {
    add(keys.map { SearchHit(key: $0, place: place) })
  }

  /// Adds creators by tags, each by the first that it has.
  mutating func add(_ tags: [CreatorKey: String]) {
    add(tags.keys.sorted(), .tag)
    self.tags = tags
  }
}

extension OpenBook {
  /// The creators that words find: by nickname, pinyin, id, MCN or tag.
  func matches(_ words: SearchWords) throws -> SearchMatches {
    var found = SearchMatches()
    var known: Pinyin?
    let pinyin = {
      if let known { return known }
      let read = try self.pinyin()
      known = read
      return read
    }
    found.add(try book.search.hits(named: words))
    if !words.letters.isEmpty {
      found.add(try book.search.keys(read: words, by: pinyin()), .pinyin)
    }
    found.add(try book.search.keys(identified: words), .id)
    let agencies = try book.search.agencies().filter { try words.areIn(label: $0, by: pinyin) }
    found.add(try agencies.flatMap { try book.search.keys(agency: $0) }.sorted(), .agency)
    var tags: [CreatorKey: String] = [:]
    for tag in try book.search.tags() where try words.areIn(label: tag, by: pinyin) {
      for key in try book.search.keys(tag: tag) where tags[key] == nil { tags[key] = tag }
    }
    found.add(tags)
    return found
  }

  /// The words that somebody looks for.
  ///
  /// - Throws: ``Failure`` of kind `usage` when there is nothing but white space.
  func searchWords(_ text: String) throws -> SearchWords {
    guard let words = SearchWords(text) else {
      throw Failure(.usage, "the words to look for are empty")
    }
    return words
  }

  /// How Chinese characters are read.
  func pinyin() throws -> Pinyin {
    Pinyin(try SeedTable("pinyin.csv").rows.map { ($0[0], $0[1]) })
  }
}
