/// A value that can be handed to a parameter: `Int64`, `Int`, `Bool`, `Double`, `String`,
/// `[UInt8]` (a blob), and an optional of these, whose `nil` is NULL.
public protocol Bindable {
  /// Binds the value to the parameter `index`, counted from 1.
  func bind(to statement: inout Statement, at index: Int32) throws(SQLiteError)
}

extension Int64: Bindable {
  @inlinable
  public func bind(to statement: inout Statement, at index: Int32) throws(SQLiteError) {
    try statement.bind(index, self)
  }
}

extension Int: Bindable {
  @inlinable
  public func bind(to statement: inout Statement, at index: Int32) throws(SQLiteError) {
    try statement.bind(index, self)
  }
}

extension Bool: Bindable {
  @inlinable
  public func bind(to statement: inout Statement, at index: Int32) throws(SQLiteError) {
    try statement.bind(index, self)
  }
}

extension Double: Bindable {
  @inlinable
  public func bind(to statement: inout Statement, at index: Int32) throws(SQLiteError) {
    try statement.bind(index, self)
  }
}

extension String: Bindable {
  @inlinable
  public func bind(to statement: inout Statement, at index: Int32) throws(SQLiteError) {
    try statement.bind(index, self)
  }
}

extension [UInt8]: Bindable {
  @inlinable
  public func bind(to statement: inout Statement, at index: Int32) throws(SQLiteError) {
    try statement.bind(index, self)
  }
}

extension Optional: Bindable where Wrapped: Bindable {
  @inlinable
  public func bind(to statement: inout Statement, at index: Int32) throws(SQLiteError) {
    try statement.bind(index, self)
  }
}
