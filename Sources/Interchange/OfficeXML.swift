/// What the parts of a workbook have in common.
enum OfficeXML {
  static let head: Markup = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  static let sheets = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let packages = "http://schemas.openxmlformats.org/package/2006"
  static let drawings = "http://schemas.openxmlformats.org/drawingml/2006"

  /// A text for a cell. What XML can't hold, and what a reader would take for that, is written by its
  /// number as Excel does: `_x0001_`. ``SheetText`` takes it back.
  static func cellText(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x5F || $0 == 0xEF }) else { return text }
    var result = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.first {
      if isUnfit(scalar) || (scalar == "_" && isNumber(rest.dropFirst())) {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let zeros = String(repeating: "0", count: 4 - digits.count)
        result.append(contentsOf: "_x\(zeros)\(digits)_".unicodeScalars)
      } else {
        result.append(scalar)
      }
      rest = rest.dropFirst()
    }
    return String(result)
  }

  private static func isUnfit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  /// Whether what follows a `_` makes it the start of a number: `x0041_`.
  private static func isNumber(_ rest: Substring.UnicodeScalarView) -> Bool {
    let next = Array(rest.prefix(6))
    return next.count == 6 && next[0] == "x" && next[5] == "_"
      && next[1...4].allSatisfy { $0.isASCII && $0.properties.isASCIIHexDigit }
  }

  /// A list of what a part leads to: `_rels/….rels`.
  static func relationships(_ targets: [(kind: String, target: String)], external: Bool = false)
    -> Markup
  {
    var list: Markup = ""
    for (place, own) in targets.enumerated() {
      let mode: Markup = external && own.kind == "hyperlink" ? " TargetMode=\"External\"" : ""
      let kind = own.kind.contains("/") ? own.kind : "\(links)/\(own.kind)"
      list += """
        <Relationship Id="rId\(place + 1)" Type="\(kind)" Target="\(own.target)"\(mode)/>
        """
    }
    return "\(head)<Relationships xmlns=\"\(packages)/relationships\">\(list)</Relationships>"
  }
}
