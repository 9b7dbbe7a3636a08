/// What a cell's number format says about its number.
enum SheetStyle {
  /// Just a number.
  case number
  /// A day, maybe with a time.
  case date
  /// A part of one, shown times a hundred: 0.052 is 5.2 %.
  case percent

  /// A format that every workbook has, by its number, those of Chinese Excel among them.
  init(builtIn id: Int) {
    switch id {
    case 9, 10: self = .percent
    case 14...17, 22, 27...31, 36, 50...54, 57, 58: self = .date
    default: self = .number
    }
  }

  /// A format of the workbook's own, by its code: `yyyy"年"m"月"d"日"`, `0.00%`, `#,##0.0`.
  init(code: String) {
    var bare: [Character] = []
    var end: Character?
    var isEscaped = false
    for character in code.lowercased() {
      if let closing = end {
        if character == closing { end = nil }
      } else if isEscaped {
        isEscaped = false
      } else if character == ";" {
        break
      } else if character == "\"" || character == "[" {
        end = character == "[" ? "]" : character
      } else if "\\_*".contains(character) {
        isEscaped = true
      } else {
        bare.append(character)
      }
    }
    let isMonth = bare.contains("m") && !bare.contains(where: "hs:0#?".contains)
    if bare == Array("general") {
      self = .number
    } else if bare.contains("y") || bare.contains("d") || isMonth {
      self = .date
    } else {
      self = bare.contains("%") ? .percent : .number
    }
  }
}

/// Reads the number formats of `styles.xml`, in the order in which cells name them.
final class SheetStyles: XMLHandler {
  private(set) var styles: [SheetStyle] = []
  private var codes: [Int: SheetStyle] = [:]
  private var isInCells = false

  override func start(_ name: XMLText, _ attributes: XMLAttributes) {
    switch name {
    case "numFmt":
      if let id = attributes["numFmtId"]?.number, let code = attributes["formatCode"] {
        codes[id] = SheetStyle(code: code.string)
      }
    case "cellXfs": isInCells = true
    case "xf" where isInCells:
      let id = attributes["numFmtId"]?.number ?? 0
      styles.append(codes[id] ?? SheetStyle(builtIn: id))
      if styles.count > 100_000 { fault = WorkbookFault("more than 100,000 cell styles") }
    default: break
    }
  }

  override func end(_ name: XMLText) {
    if "cellXfs" ~= name { isInCells = false }
  }
}
