/// Puts the elements of a sheet together to rows.
final class SheetCells: XMLHandler {
  private enum Kind {
    case number, shared, text, boolean, error, date
  }

  private let strings: SheetStrings
  private let styles: [SheetStyle]
  private let isFrom1904: Bool
  /// Rows that are complete and were not taken yet.
  var rows: [SheetRows.Row] = []
  /// Whether the texts of the first columns are needed; those behind are.
  var wanted: [Bool] = []

  private var count = 0
  private var row = 0
  /// What the texts of the row hold: one shared text may stand in every cell.
  private var rowBytes = 0
  private var isInRow = false
  private var isInCell = false
  private var isHidden = false
  private var cells: [SheetRows.Cell] = []
  private static let longestRow = 16 * 1_048_576
  private var column = -1
  private var kind = Kind.number
  private var style = SheetStyle.number
  private var isFormula = false
  private var value: [UInt8] = []
  private var isText = false
  private var phonetic = 0

  init(_ workbook: Workbook) {
    strings = workbook.strings
    styles = workbook.styles.styles
    isFrom1904 = workbook.isFrom1904
  }

  override func start(_ name: XMLText, _ attributes: XMLAttributes) {
    switch name {
    case "c" where isInRow: startCell(attributes)
    case "v" where isInCell: isText = true
    case "t" where isInCell: isText = phonetic == 0
    case "f" where isInCell: isFormula = true
    case "rPh": phonetic += 1
    case "row": startRow(attributes)
    default: break
    }
  }

  override func end(_ name: XMLText) {
    switch name {
    case "v", "t": isText = false
    case "rPh": phonetic -= 1
    case "c" where isInCell:
      endCell()
      isInCell = false
    case "row":
      if !cells.isEmpty { rows.append(.init(number: row, isHidden: isHidden, cells: cells)) }
      cells.removeAll(keepingCapacity: true)
      isInRow = false
    default: break
    }
  }

  private func startRow(_ attributes: XMLAttributes) {
    let number = attributes["r"].map(\.number) ?? row + 1
    guard !isInRow, let number, number > row, number <= SheetRows.mostRows else {
      return fail("a row that is numbered wrongly behind row \(row)")
    }
    row = number
    isInRow = true
    rowBytes = 0
    isHidden = attributes["hidden"]?.isTrue ?? false
    column = -1
  }

  override func text(_ piece: UnsafeBufferPointer<UInt8>) {
    guard isText else { return }
    value += piece
    if value.count > SheetStrings.longest { fault = SheetText.tooLong }
  }

  private func fail(_ found: String) { fault = WorkbookFault(found) }

  private func startCell(_ attributes: XMLAttributes) {
    guard !isInCell else { return fail("a cell inside a cell in row \(row)") }
    isInCell = true
    count += 1
    if count > SheetRows.mostCells { return fault = SheetRows.tooManyCells }
    var next = column + 1
    if let name = attributes["r"] {
      guard let place = SheetPlace.parsed(name), place.row == row, place.column >= next else {
        return fail("a cell \(name.string) out of its order in row \(row)")
      }
      next = place.column
    }
    guard next < SheetRows.mostColumns else {
      return fail("more than \(SheetRows.mostColumns) columns")
    }
    column = next
    value.removeAll(keepingCapacity: true)
    isFormula = false
    kind = .number
    if let type = attributes["t"] {
      switch type {
      case "s": kind = .shared
      case "str", "inlineStr": kind = .text
      case "b": kind = .boolean
      case "e": kind = .error
      case "d": kind = .date
      case "n": kind = .number
      default: fail("a cell of the unknown type \(type.string) in row \(row)")
      }
    }
    style = .number
    if kind == .number, let number = attributes["s"]?.number, styles.indices.contains(number) {
      style = styles[number]
    }
  }

  private func endCell() {
    if column < wanted.count, !wanted[column] {
      if !value.isEmpty { add("", nil) }
      return
    }
    guard !value.isEmpty else {
      if isFormula, kind != .text {
        let wanted = "a value (open the workbook in Excel and save it, so that it is worked out)"
        add("", WorkbookFault("a formula that was never worked out", wanted: wanted))
      }
      return
    }
    switch kind {
    case .number: addNumber()
    case .text: add(SheetText.string(value), nil)
    case .shared:
      guard let number = Int(String(decoding: value, as: UTF8.self)),
        let text = strings.text(number)
      else { return fail("a cell in row \(row) with a shared text that isn't there") }
      if !text.isEmpty { add(text, nil) }
    case .boolean: add(value == [UInt8(ascii: "1")] ? "TRUE" : "FALSE", nil)
    case .error:
      let text = String(decoding: value, as: UTF8.self)
      add("", WorkbookFault("the error \(text)", wanted: "a value"))
    case .date:
      let text = String(decoding: value, as: UTF8.self)
      add(text.hasSuffix("T00:00:00") ? String(text.prefix(10)) : text, nil)
    }
  }

  private func addNumber() {
    let isPlain = value.count <= 15 && value.allSatisfy { (0x30...0x39).contains($0) }
    let text =
      isPlain
      ? String(decoding: value, as: UTF8.self)
      : SheetNumber.text(value, shifted: style == .percent ? 2 : 0)
    guard let text else { return fail("a cell in row \(row) with a number that is none") }
    switch style {
    case .number: add(text, nil)
    case .percent:
      add((isPlain ? SheetNumber.text(value, shifted: 2) ?? text : text) + "%", nil)
    case .date: add(SheetDate.text(text, isFrom1904: isFrom1904) ?? text, nil)
    }
  }

  private func add(_ text: String, _ fault: WorkbookFault?) {
    rowBytes += text.utf8.count
    if rowBytes > Self.longestRow {
      return fail("more than \(Self.longestRow / 1_048_576) MiB of text in row \(row)")
    }
    cells.append(.init(column: column, text: text, isFormula: isFormula, fault: fault))
  }
}
