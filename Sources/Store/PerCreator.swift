/// A value for each creator, in an array: a dictionary of a million takes ten times the room.
public struct PerCreator<Value: Equatable> {
  @usableFromInline var values: [Value] = []
  @usableFromInline let usual: Value

  /// The usual value for everybody.
  @inlinable
  public init(_ usual: Value) { self.usual = usual }

  /// The value of a creator.
  @inlinable
  public subscript(key: CreatorKey) -> Value {
    get {
      let place = Int(key.number)
      return place < values.count ? values[place] : usual
    }
    set {
      let place = Int(key.number)
      while values.count <= place { values.append(usual) }
      values[place] = newValue
    }
  }

  /// How many creators have a value.
  @inlinable
  public func count(of value: Value) -> Int { values.count { $0 == value } }
}
