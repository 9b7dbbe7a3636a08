/// What one person thinks of a creator, on a day.
public struct Rating: Hashable, Sendable {
  /// Who says so; the newest per rater counts.
  public let rater: String
  /// When.
  public let day: Day
  /// 1 (poor) through 5 (excellent), or `nil` when only a verdict was given.
  public let stars: Int64?
  /// Whether to book, if said.
  public let verdict: Verdict?
  /// Free text, may be empty.
  public let comment: String

  /// - Precondition: `stars` is 1 through 5 when given.
  public init(rater: String, day: Day, stars: Int64?, verdict: Verdict?, comment: String) {
    precondition(stars.map { (1...5).contains($0) } ?? true, "stars out of 1...5")
    self.rater = rater
    self.day = day
    self.stars = stars
    self.verdict = verdict
    self.comment = comment
  }
}
