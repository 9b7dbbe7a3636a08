public import Domain
import Store

extension OpenBook {
  /// Records what the actor thinks of a creator.
  ///
  /// - Returns: the creator's id, and whether it said something new.
  @discardableResult
  public func rate(
    _ words: String, stars: Int64?, verdict: Verdict?, comment: String, on day: Day? = nil
  ) throws -> CreatorReceipt {
    guard stars != nil || verdict != nil else {
      throw Failure(
        .usage, "a rating needs stars or a verdict",
        next: "kolbook rate NAME 4, or: kolbook rate NAME --verdict ok")
    }
    let rating = Rating(
      rater: actor, day: try factDay(day, "--on"), stars: stars, verdict: verdict,
      comment: Key.line(comment))
    return try changeOne("rate", words) { key in
      let isNew = try book.ratings.record(rating, of: key)
      return try receipt(key, isNew: isNew)
    }
  }
}
