/// A value inside a JSON text that knows where it starts, so that problems have a line.
struct LocatedJSON {
  let value: JSON
  /// The place of this value among all values, outer before inner.
  private let index: Int
  private let starts: [Int]
  private let lines: LineIndex

  /// Reads a whole text.
  init(_ bytes: [UInt8]) throws(JSONProblem) {
    (value, starts) = try JSONReader.located(bytes)
    lines = LineIndex(bytes)
    index = 0
  }

  private init(_ value: JSON, index: Int, in parent: LocatedJSON) {
    self.value = value
    self.index = index
    (starts, lines) = (parent.starts, parent.lines)
  }

  /// The line that the value starts on.
  var line: Int { lines.line(ofByte: starts[index]) }

  /// The members of an object in order; none for any other value.
  var members: [(name: String, value: LocatedJSON)] {
    guard case .object(let members) = value else { return [] }
    var next = index + 1
    return members.map { member in
      defer { next += Self.count(member.value) }
      return (member.name, LocatedJSON(member.value, index: next, in: self))
    }
  }

  /// The elements of an array in order; none for any other value.
  var elements: [LocatedJSON] {
    guard case .array(let values) = value else { return [] }
    var next = index + 1
    return values.map { value in
      defer { next += Self.count(value) }
      return LocatedJSON(value, index: next, in: self)
    }
  }

  /// A member by name.
  subscript(_ name: String) -> LocatedJSON? { members.first { $0.name == name }?.value }

  /// A value and all values in it.
  private static func count(_ value: JSON) -> Int {
    switch value {
    case .array(let values): values.reduce(1) { $0 + count($1) }
    case .object(let members): members.reduce(1) { $0 + count($1.value) }
    default: 1
    }
  }

  /// The value as a cell: texts as they are, numbers with their digits, the texts inside arrays and
  /// objects one a line, nothing for `null`.
  var cell: String { Self.leaves(of: value).joined(separator: "\n") }

  private static func leaves(of value: JSON) -> [String] {
    switch value {
    case .null: []
    case .bool(let isTrue): [isTrue ? "true" : "false"]
    case .number(let digits): [digits]
    case .string(let text): [text]
    case .array(let values): values.flatMap(leaves)
    case .object(let members): members.flatMap { leaves(of: $0.value) }
    }
  }
}
