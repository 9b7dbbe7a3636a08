/// A JSON value (RFC 8259) that keeps what it was: the order of members and the digits of numbers.
public enum JSON: Hashable, Sendable {
  /// One name and its value.
  public struct Member: Hashable, Sendable {
    /// The name.
    public let name: String
    /// The value.
    public let value: JSON

    /// A member.
    public init(_ name: String, _ value: JSON) {
      self.name = name
      self.value = value
    }
  }

  /// `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A number as it is written. Never a `Double`: prices and ids must come out as they went in.
  case number(String)
  /// A text.
  case string(String)
  /// Values in order.
  case array([JSON])
  /// Members in order; a name appears once.
  case object([Member])

  /// A whole number.
  public static func integer(_ value: some BinaryInteger) -> JSON { .number(String(value)) }

  /// A text, or `null` for none.
  public static func optional(_ text: String?) -> JSON { text.map(JSON.string) ?? .null }

  /// A whole number, or `null` for none.
  public static func optional(_ value: (some BinaryInteger)?) -> JSON {
    value.map { .integer($0) } ?? .null
  }

  /// The value of a member, or `nil` when this is no object or has no such member.
  public subscript(_ name: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// Reads one value that fills the whole text, strictly by RFC 8259.
  ///
  /// - Throws: ``JSONProblem`` with line and column: also for a name that appears twice in one object,
  ///   for values nested deeper than 256, and for bytes that are not UTF-8.
  public static func parse(_ bytes: [UInt8]) throws(JSONProblem) -> JSON {
    try JSONReader.value(of: bytes)
  }

  /// The value as text with two spaces of indentation and no line end at the end.
  ///
  /// The same value always gives the same bytes. Letters stay as they are; control characters
  /// (also DEL and U+0080-U+009F, which terminals obey) and marks that turn the writing direction are
  /// escaped.
  public func text() -> String { JSONWriter.text(of: self) }
}
