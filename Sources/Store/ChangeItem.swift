/// One thing that a change set added, took away or changed.
public struct ChangeItem: Sendable {
  /// A value as it is stored: a number, words, or both.
  public struct Value: Sendable {
    /// Fen, basis points, stars, a count or a day, as the kind and name say.
    public let number: Int64?
    /// Words.
    public let text: String?
  }

  /// `creator`, `category`, `tag`, `contact`, `note`, `followers`, `engagement`, `metric`, `quote`, `rating`.
  public let kind: String
  /// Whose; empty when the creator is gone again.
  public let creator: String
  /// The creator's nickname, as far as the book or the set knows it.
  public let nickname: String
  /// Which one of its kind: the column of a creator, the format of a quote, the rater of a rating.
  public let name: String
  /// Before; `nil` for what is new.
  public let was: Value?
  /// After; `nil` for what is gone.
  public let became: Value?
}
