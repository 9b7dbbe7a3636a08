/// A value as a source gave it for a day.
///
/// What it can do depends on the value, rather than the value on it: a demand made of each value is checked
/// when the program first meets one, and that is felt at every start.
public struct Dated<Value> {
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

extension Dated: Equatable where Value: Equatable {}
extension Dated: Hashable where Value: Hashable {}
extension Dated: Sendable where Value: Sendable {}
