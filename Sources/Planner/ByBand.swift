public import Domain

/// One value for each band of the pyramid.
public struct ByBand<Value> {
  /// For the base.
  public var koc: Value
  /// For the middle.
  public var mid: Value
  /// For the top.
  public var head: Value

  /// Three values.
  public init(koc: Value, mid: Value, head: Value) {
    (self.koc, self.mid, self.head) = (koc, mid, head)
  }

  /// The same value three times.
  public init(repeating value: Value) {
    self.init(koc: value, mid: value, head: value)
  }

  /// The value of a band.
  public subscript(band: Band) -> Value {
    get {
      switch band {
      case .koc: koc
      case .mid: mid
      case .head: head
      }
    }
    set {
      switch band {
      case .koc: koc = newValue
      case .mid: mid = newValue
      case .head: head = newValue
      }
    }
  }
}

extension ByBand: Equatable where Value: Equatable {}
extension ByBand: Hashable where Value: Hashable {}
extension ByBand: Sendable where Value: Sendable {}
