import Domain
import Store

/// The creators that words find, each with the best place.
struct SearchMatches {
  private(set) var places: [CreatorKey: SearchPlace] = [:]
  /// The MCN or tag, where that was the place.
  private(set) var labels: [CreatorKey: String] = [:]

  /// Notes a place, unless a better one is known.
  mutating func add(_ keys: [CreatorKey], _ place: SearchPlace, _ label: String? = nil) {
    for key in keys where places[key].map({ place < $0 }) ?? true {
      places[key] = place
      labels[key] = label
    }
  }
}

extension OpenBook {
  /// The creators that words find: by nickname, pinyin, id, MCN or tag. Nicknames are not looked at closer
  /// than that they have the words.
  func matches(_ words: SearchWords) throws -> SearchMatches {
    var found = SearchMatches()
    var known: Pinyin?
    let pinyin = {
      if let known { return known }
      let read = try self.pinyin()
      known = read
      return read
    }
    found.add(try book.search.keys(named: words), .inside)
    if !words.letters.isEmpty {
      found.add(try book.search.keys(read: words, by: pinyin()), .pinyin)
    }
    found.add(try book.search.keys(identified: words), .id)
    for agency in try book.search.agencies() where try words.areIn(label: agency, by: pinyin) {
      found.add(try book.search.keys(agency: agency), .agency, agency)
    }
    for tag in try book.search.tags() where try words.areIn(label: tag, by: pinyin) {
      found.add(try book.search.keys(tag: tag), .tag, tag)
    }
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
