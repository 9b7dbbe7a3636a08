/// How a cell looks: what it holds, and its role on the sheet.
public struct SheetLook: Hashable, Sendable {
  /// What it holds.
  public enum Kind: String, Sendable {
    /// Anything.
    case general
    /// Words: what is typed stays what it is.
    case text
    /// Whole numbers, grouped.
    case integer
    /// Yuan with two decimals.
    case money
    /// Percent with two decimals.
    case percent
    /// Two decimals.
    case hundredths
    /// A day.
    case date
  }

  /// What it is there for.
  public enum Role: Sendable {
    /// A value among others.
    case plain
    /// The name of a column.
    case header
    /// What the sheet is.
    case title
    /// A sum.
    case total
    /// For somebody to fill in.
    case input
    /// To be clicked on.
    case link
    /// Words of several lines.
    case wrapped
    /// What a row or table is called.
    case label
  }

  /// What it holds.
  public var kind: Kind
  /// What it is there for.
  public var role: Role

  /// A look.
  public init(_ kind: Kind, _ role: Role = .plain) { (self.kind, self.role) = (kind, role) }
}

/// The looks that a workbook uses, by the numbers that its cells name them by.
struct SheetLooks {
  private var numbers: [SheetLook: Int] = [SheetLook(.general): 0]
  private var looks = [SheetLook(.general)]

  /// The number of a look, which gets one when it has none.
  mutating func number(of look: SheetLook) -> Int {
    if let number = numbers[look] { return number }
    numbers[look] = looks.count
    looks.append(look)
    return looks.count - 1
  }

  private static let formats: [(kind: SheetLook.Kind, code: String)] = [
    (.money, "\"¥\"#,##0.00;[Red]\\-\"¥\"#,##0.00"), (.date, "yyyy\\-mm\\-dd"),
  ]

  /// Numbers above 163 are for formats of a workbook's own.
  private static func format(_ kind: SheetLook.Kind) -> Int {
    switch kind {
    case .general: 0
    case .hundredths: 2
    case .integer: 3
    case .percent: 10
    case .text: 49
    case .money, .date: 164 + (formats.firstIndex { $0.kind == kind } ?? 0)
    }
  }

  private static func font(_ role: SheetLook.Role) -> Int {
    switch role {
    case .plain, .input, .wrapped: 0
    case .total, .label: 1
    case .header: 2
    case .title: 3
    case .link: 4
    }
  }

  /// `styles.xml`.
  var part: Markup {
    var formats: Markup = ""
    for (place, format) in Self.formats.enumerated() {
      formats += "<numFmt numFmtId=\"\(164 + place)\" formatCode=\"\(format.code)\"/>"
    }
    var cells: Markup = ""
    for look in looks { cells += Self.cell(look) }
    return """
      \(OfficeXML.head)<styleSheet xmlns="\(OfficeXML.sheets)">\
      <numFmts count="\(Self.formats.count)">\(formats)</numFmts>\
      \(Self.fonts)\(Self.fills)\(Self.borders)\
      <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
      <cellXfs count="\(looks.count)">\(cells)</cellXfs>\
      <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>\
      </styleSheet>
      """
  }

  private static func cell(_ look: SheetLook) -> Markup {
    let fill = look.role == .header ? 2 : look.role == .input ? 3 : look.role == .total ? 4 : 0
    let border = [.plain, .input, .link, .wrapped].contains(look.role) ? 1 : 0
    let alignment: Markup =
      switch look.role {
      case .header: "<alignment horizontal=\"center\" vertical=\"center\" wrapText=\"1\"/>"
      case .wrapped:
        "<alignment horizontal=\"left\" vertical=\"center\" wrapText=\"1\" indent=\"1\"/>"
      case _ where look.kind == .text && [.plain, .input, .link].contains(look.role):
        "<alignment horizontal=\"left\" vertical=\"center\" indent=\"1\"/>"
      default: "<alignment vertical=\"center\"/>"
      }
    return """
      <xf numFmtId="\(format(look.kind))" fontId="\(font(look.role))" fillId="\(fill)" \
      borderId="\(border)" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" \
      applyBorder="1" applyAlignment="1">\(alignment)</xf>
      """
  }

  private static let fonts: Markup = {
    let name: Markup = "<name val=\"Microsoft YaHei\"/><family val=\"2\"/>"
    return """
      <fonts count="5"><font><sz val="10"/><color rgb="FF1F2328"/>\(name)</font>\
      <font><b/><sz val="10"/><color rgb="FF1F2328"/>\(name)</font>\
      <font><b/><sz val="10"/><color rgb="FFFFFFFF"/>\(name)</font>\
      <font><b/><sz val="14"/><color rgb="FF1F2328"/>\(name)</font>\
      <font><u/><sz val="10"/><color rgb="FF0B57D0"/>\(name)</font></fonts>
      """
  }()

  private static let fills: Markup = {
    var fills: Markup = ""
    for color in ["FF8C1D2F", "FFFFF8DC", "FFF3E9EB"] {
      fills += """
        <fill><patternFill patternType="solid"><fgColor rgb="\(color)"/>\
        <bgColor indexed="64"/></patternFill></fill>
        """
    }
    // The first two are fixed.
    return """
      <fills count="5"><fill><patternFill patternType="none"/></fill>\
      <fill><patternFill patternType="gray125"/></fill>\(fills)</fills>
      """
  }()

  private static let borders: Markup = {
    var sides: Markup = ""
    for side in ["left", "right", "top", "bottom"] {
      sides += "<\(side) style=\"hair\"><color rgb=\"FFBFC4CA\"/></\(side)>"
    }
    return """
      <borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>\
      <border>\(sides)<diagonal/></border></borders>
      """
  }()
}
