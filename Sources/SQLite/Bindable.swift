/// A value that can be handed to a parameter: `Int64`, `Int`, `Bool`, `Double`, `String`,
/// `[UInt8]` (a blob), and an optional of these, whose `nil` is NULL.
public protocol Bindable {
  /// Binds the value to the parameter `index`, counted from 1.
  func bind(to statement: inout Statement, at index: Int32) throws(SQLiteError)
}

extension Int64: Bindable {
  /// Binds a whole number.
  @inlinable
  public func bind(to statement: inout Statement, at index: Int32) throws(SQLiteError) {
    try statement.bind(index, self)
  }
}

extension Int: Bindable {
  /// Binds a whole number.
  @inlinable
  public func bind(to statement: inout Statement, at index: Int32) throws(SQLiteError) {
    try statement.bind(index, self)
  }
}

extension Bool: Bindable {
  /// Binds 1 for true, 0 for false.
  @inlinable
  public func bind(to statement: inout Statement, at index: Int32) throws(SQLiteError) {
    try statement.bind(index, self)
  }
}

extension Double: Bindable {
  /// Binds a floating-point number; NaN is refused.
  @inlinable
  public func bind(to statement: inout Statement, at index: Int32) throws(SQLiteError) {
    try statement.bind(index, self)
  }
}

extension String: Bindable {
  /// Binds text.
  @inlinable
  public func bind(to statement: inout Statement, at index: Int32) throws(SQLiteError) {
    try statement.bind(index, self)
  }
}

extension [UInt8]: Bindable {
  /// Binds a blob.
  @inlinable
  public func bind(to statement: inout Statement, at index: Int32) throws(SQLiteError) {
    try statement.bind(index, self)
  }
}

extension Optional: Bindable where Wrapped: Bindable {
  /// Binds the value, or NULL for `nil`.
  @inlinable
  public func bind(to statement: inout Statement, at index: Int32) throws(SQLiteError) {
    try statement.bind(index, self)
  }
}
