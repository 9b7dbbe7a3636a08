/// A value as a source gave it for a day.
public struct Dated<Value: Hashable & Sendable>: Hashable, Sendable {
  /// What was given.
  public let value: Value
  /// For which day.
  public let day: Day
  /// By whom: a layout such as `qiangua`, or a person.
  public let source: String

  /// A value as a source gave it for a day.
  public init(_ value: Value, day: Day, source: String) {
    self.value = value
    self.day = day
    self.source = source
  }
}
