import Domain
import Store

extension OpenBook {
  /// The one creator that some words mean: a key, user id, 小红书号, profile link, nickname or part of one.
  ///
  /// - Throws: ``Failure`` when nobody fits, or with the candidates when several do.
  func find(_ words: String) throws -> CreatorKey {
    let words = Key.normalised(words)
    guard !words.isEmpty else { throw Failure(.usage, "the creator's name is empty") }
    if let userID = Key.userID(inLink: words), let key = try book.creators.key(userID: userID) {
      return key
    }
    let keys = try keys(meaning: CreatorID.isUserID(words) ? words.lowercased() : words)
    guard let key = keys.first else { throw try unknown(words) }
    guard keys.count == 1 else { throw try ambiguous(words, keys) }
    return key
  }

  /// The creators of this name or id, by id; if there are none, those with an id that differs in case or
  /// with the words in their nickname, as they came into the book.
  private func keys(meaning words: String) throws -> [CreatorKey] {
    let exact = try book.creators.keys(named: words)
    guard exact.isEmpty, let search = SearchWords(words) else { return exact }
    let ids = try book.search.keys(identified: search).filter { key in
      try book.creators.creator(key).redID.map(Key.foldedScalars) == search.text
    }
    return Array(Set(ids).union(try book.search.keys(named: search))).sorted()
  }

  private func ambiguous(_ words: String, _ keys: [CreatorKey]) throws -> Failure {
    let shown = try lines(keys.prefix(10))
    let rest = keys.count > shown.count ? ["and \(keys.count - shown.count) more"] : []
    return Failure(
      .usage, "\(words) matches \(keys.count) creators", details: shown + rest,
      next: "use the id in front of the one you mean")
  }

  private func unknown(_ words: String) throws -> Failure {
    let sounding = try lines(keys(sounding: words).prefix(5))
    return Failure(
      .failed,
      "no creator matches \(words)" + (sounding.isEmpty ? "" : "; did you mean one of these?"),
      details: sounding,
      next: sounding.isEmpty
        ? "look for parts of names, pinyin, tags with: kolbook find WORDS"
        : "use the id in front of the one you mean")
  }

  /// The creators whose nickname is read as the words are, or as they say in pinyin; nobody while too many
  /// creators would have to be looked at one by one.
  private func keys(sounding words: String) throws -> [CreatorKey] {
    guard try book.search.openCount() <= SearchStore.openLimit else { return [] }
    let pinyin = try pinyin()
    let spoken = SpokenName(Key.foldedScalars(words), by: pinyin)
    let keys = try spoken.spellings(most: 8).compactMap(SearchWords.init).flatMap { words in
      try book.search.keys(read: words, by: pinyin)
    }
    return Array(Set(keys)).sorted()
  }

  private func lines(_ keys: ArraySlice<CreatorKey>) throws -> [String] {
    try keys.map { key in
      let creator = try book.creators.creator(key)
      let redID = creator.redID.map { ", 小红书号 \($0)" } ?? ""
      return "\(creator.id)  \(creator.nickname)\(redID)"
    }
  }
}
