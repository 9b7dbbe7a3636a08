import Domain
import Store

extension OpenBook {
  /// Changes the one creator that some words mean, as one change set in one transaction.
  func changeOne<R>(_ command: String, _ words: String, _ body: (CreatorKey) throws -> R) throws
    -> R
  {
    try book.change(CommandText.words([command, words]), by: actor, at: now) {
      let key = try find(words)
      return (try body(key), .creator(key, isNew: false))
    }
  }
}
