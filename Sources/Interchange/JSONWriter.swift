/// Writes a ``JSON`` value as text.
struct JSONWriter {
  static func text(of value: JSON) -> String {
    var writer = JSONWriter()
    writer.write(value, indentation: "\n")
    return writer.result
  }

  private var result = ""

  private mutating func write(_ value: JSON, indentation: String) {
    switch value {
    case .null: result += "null"
    case .bool(let isTrue): result += isTrue ? "true" : "false"
    case .number(let digits): result += digits
    case .string(let text): write(text)
    case .array(let values):
      list(values, between: "[", "]", indentation) { writer, value, inner in
        writer.write(value, indentation: inner)
      }
    case .object(let members):
      list(members, between: "{", "}", indentation) { writer, member, inner in
        writer.write(member.name)
        writer.result += ": "
        writer.write(member.value, indentation: inner)
      }
    }
  }

  private mutating func list<Element>(
    _ elements: [Element], between open: String, _ close: String, _ indentation: String,
    write: (inout JSONWriter, Element, String) -> Void
  ) {
    result += open
    let inner = indentation + "  "
    for (place, element) in elements.enumerated() {
      result += place == 0 ? inner : "," + inner
      write(&self, element, inner)
    }
    result += elements.isEmpty ? close : indentation + close
  }

  private mutating func write(_ text: String) {
    result += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value):
        let hex = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - hex.utf8.count) + hex
      default: result.unicodeScalars.append(scalar)
      }
    }
    result += "\""
  }
}
