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
    let keys = try book.creators.keys(
      matching: CreatorID.isUserID(words) ? words.lowercased() : words)
    guard let key = keys.first else {
      throw Failure(
        .failed, "no creator matches \(words)",
        next: "look for a part of the name with: kolbook list --search WORDS")
    }
    guard keys.count == 1 else { throw try ambiguous(words, keys) }
    return key
  }

  private func ambiguous(_ words: String, _ keys: [CreatorKey]) throws -> Failure {
    let shown = try keys.prefix(10).map { key in
      let creator = try book.creators.creator(key)
      let redID = creator.redID.map { ", 小红书号 \($0)" } ?? ""
      return "\(creator.id)  \(creator.nickname)\(redID)"
    }
    let rest = keys.count > shown.count ? ["and \(keys.count - shown.count) more"] : []
    return Failure(
      .usage, "\(words) matches \(keys.count) creators", details: shown + rest,
      next: "use the id in front of the one you mean")
  }
}
