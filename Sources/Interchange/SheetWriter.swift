import Domain

/// Writes the rows of one sheet, one after the other; what is complete is deflated at once.
public struct SheetWriter {
  /// Excel opens no sheet with more links.
  private static let mostLinks = 65_530

  /// The number of the row that was written last, from 1; 0 for none.
  public private(set) var row = 0

  let plan: SheetPlan
  private let part = DeflatedPart()
  private let texts: SharedTexts
  private var looks: SheetLooks
  private var waiting: Markup = ""
  private var width = 0
  private var links: [(place: String, target: String)] = []
  private let letters: [String]

  init(_ plan: SheetPlan, texts: SharedTexts, looks: SheetLooks) {
    (self.plan, self.texts, self.looks) = (plan, texts, looks)
    letters = plan.widths.indices.map(SheetPlace.letters)
    waiting += start
  }

  /// Writes a row.
  ///
  /// - Parameter height: in points; `nil` for what its words need.
  /// - Precondition: there are at most as many cells as the plan has columns.
  public mutating func write(_ cells: [SheetCell], height: Int? = nil) {
    precondition(cells.count <= plan.widths.count, "more cells than columns")
    row += 1
    width = max(width, cells.count)
    if let height {
      waiting += "<row r=\"\(row)\" ht=\"\(height)\" customHeight=\"1\">"
    } else {
      waiting += "<row r=\"\(row)\">"
    }
    for (column, cell) in cells.enumerated() { write(cell, column) }
    waiting += "</row>"
    if waiting.bytes.count > 1 << 15 { part.write(waiting.take()) }
  }

  private mutating func write(_ cell: SheetCell, _ column: Int) {
    let look = looks.number(of: cell.look)
    let place = letters[column] + String(row)
    if let link = cell.link, links.count < Self.mostLinks { links.append((place, link)) }
    switch (cell.value, cell.formula) {
    case (.nothing, nil):
      if look != 0 { waiting += "<c r=\"\(place)\" s=\"\(look)\"/>" }
    case (.nothing, let formula?):
      waiting += "<c r=\"\(place)\" s=\"\(look)\" t=\"str\"><f>\(formula)</f><v></v></c>"
    case (.text(let text), nil):
      waiting += "<c r=\"\(place)\" s=\"\(look)\" t=\"s\"><v>\(texts.number(of: text))</v></c>"
    case (.text(let text), let formula?):
      let text = OfficeXML.cellText(text)
      waiting += "<c r=\"\(place)\" s=\"\(look)\" t=\"str\"><f>\(formula)</f><v>\(text)</v></c>"
    case (.number(let digits), nil):
      waiting += "<c r=\"\(place)\" s=\"\(look)\"><v>\(digits)</v></c>"
    case (.number(let digits), let formula?):
      waiting += "<c r=\"\(place)\" s=\"\(look)\"><f>\(formula)</f><v>\(digits)</v></c>"
    }
  }

  /// The part with all rows, the looks of the workbook so far, and what the sheet leads to.
  mutating func finish() -> (part: DeflatedPart, looks: SheetLooks, links: [String]) {
    waiting += end
    part.write(waiting.take())
    part.finish()
    return (part, looks, links.map(\.target))
  }
}

// What stands before and behind the rows.
extension SheetWriter {
  private var start: Markup {
    var columns: Markup = ""
    for (place, width) in plan.widths.enumerated() {
      columns += """
        <col min="\(place + 1)" max="\(place + 1)" width="\(width)" customWidth="1"/>
        """
    }
    return """
      \(OfficeXML.head)<worksheet xmlns="\(OfficeXML.sheets)" xmlns:r="\(OfficeXML.links)">\
      <sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>\
      <sheetViews><sheetView showGridLines="0" workbookViewId="0">\(pane)</sheetView></sheetViews>\
      <sheetFormatPr defaultRowHeight="18" customHeight="1"/><cols>\(columns)</cols><sheetData>
      """
  }

  private var pane: Markup {
    guard let header = plan.header else { return "" }
    let corner = "\(SheetPlace.letters(plan.frozenColumns))\(header + 1)"
    guard plan.frozenColumns > 0 else {
      return """
        <pane ySplit="\(header)" topLeftCell="\(corner)" activePane="bottomLeft" state="frozen"/>\
        <selection pane="bottomLeft" activeCell="\(corner)" sqref="\(corner)"/>
        """
    }
    return """
      <pane xSplit="\(plan.frozenColumns)" ySplit="\(header)" topLeftCell="\(corner)" \
      activePane="bottomRight" state="frozen"/><selection pane="topRight"/>\
      <selection pane="bottomLeft"/>\
      <selection pane="bottomRight" activeCell="\(corner)" sqref="\(corner)"/>
      """
  }

  /// The cells that the buttons of the header filter, as formulas name them.
  var table: String? {
    guard let header = plan.header else { return nil }
    let last = max(row, header)
    return "$A$\(header):$\(SheetPlace.letters(max(width, 1) - 1))$\(last)"
  }

  private var end: Markup {
    let orientation = plan.isPortrait ? "portrait" : "landscape"
    var end: Markup = "</sheetData>"
    if let table { end += "<autoFilter ref=\"\(table.filter { $0 != "$" })\"/>" }
    if let header = plan.header, row > header { end += validations(header + 1) }
    if !links.isEmpty {
      end += "<hyperlinks>"
      for (place, own) in links.enumerated() {
        end += "<hyperlink ref=\"\(own.place)\" r:id=\"rId\(place + 1)\"/>"
      }
      end += "</hyperlinks>"
    }
    end += """
      <pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>\
      <pageSetup paperSize="9" orientation="\(orientation)" fitToHeight="0"/>\
      <headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>
      """
    if let header = plan.header, row > header {
      let cells = "A\(header + 1):\(SheetPlace.letters(max(width, 1) - 1))\(row)"
      end += """
        <ignoredErrors><ignoredError sqref="\(cells)" numberStoredAsText="1"/></ignoredErrors>
        """
    }
    if plan.chart != nil { end += "<drawing r:id=\"rId\(links.count + 1)\"/>" }
    return end + "</worksheet>"
  }

  private func validations(_ first: Int) -> Markup {
    guard !plan.validations.isEmpty else { return "" }
    var list: Markup = ""
    for own in plan.validations {
      let letter = SheetPlace.letters(own.column)
      let kind: Markup =
        switch own.rule {
        case .list(let words):
          "type=\"list\"><formula1>\"\(words.joined(separator: ","))\"</formula1>"
        case .nothing: "type=\"custom\"><formula1>FALSE</formula1>"
        case .amount: "type=\"decimal\" operator=\"greaterThanOrEqual\"><formula1>0</formula1>"
        }
      let style: Markup = own.isStrict ? "" : " errorStyle=\"information\""
      list += """
        <dataValidation allowBlank="1" showInputMessage="1" showErrorMessage="1"\(style) \
        error="\(own.words)" sqref="\(letter)\(first):\(letter)\(row)" \(kind)</dataValidation>
        """
    }
    return "<dataValidations count=\"\(plan.validations.count)\">\(list)</dataValidations>"
  }
}
