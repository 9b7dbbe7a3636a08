public import Domain

/// What is said about an event besides what it is.
public struct EventNote: Sendable {
  /// When it happened; `nil` for now.
  public var at: Moment?
  /// The caller's own name for the event: told again under the same key, it is recorded once.
  public var key: String?
  /// Why; may be empty, except for an adjustment.
  public var reason: String
  /// The journal entry that it corrects, if any.
  public var corrects: Int64?

  /// A note.
  public init(
    at: Moment? = nil, key: String? = nil, reason: String = "", corrects: Int64? = nil
  ) {
    self.at = at
    self.key = key.map(Key.normalised).flatMap { $0.isEmpty ? nil : $0 }
    self.reason = Key.normalised(reason)
    self.corrects = corrects
  }
}
