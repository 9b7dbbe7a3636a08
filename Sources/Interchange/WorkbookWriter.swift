public import Domain

/// Writes an .xlsx workbook sheet by sheet. The same sheets give the same bytes.
public struct WorkbookWriter {
  private struct Sheet {
    let plan: SheetPlan
    let part: DeflatedPart
    let links: [String]
    let table: String?
  }

  private let title: String
  private let author: String
  private let made: Moment?
  private let texts = SharedTexts()
  private var looks = SheetLooks()
  private var sheets: [Sheet] = []

  /// A workbook without sheets.
  ///
  /// - Parameters:
  ///   - title: what its properties call it.
  ///   - author: who its properties say made it; empty for nobody.
  ///   - made: when, as its properties say.
  public init(title: String, author: String = "", made: Moment? = nil) {
    (self.title, self.author, self.made) = (title, author, made)
  }

  /// Adds a sheet, whose rows are written by `write`.
  public mutating func add(_ plan: SheetPlan, _ write: (inout SheetWriter) throws -> Void) rethrows
  {
    var writer = SheetWriter(plan, texts: texts, looks: looks)
    try write(&writer)
    let table = writer.table
    let (part, looks, links) = writer.finish()
    self.looks = looks
    sheets.append(Sheet(plan: plan, part: part, links: links, table: table))
  }

  /// The whole workbook.
  ///
  /// - Precondition: there is a sheet.
  public consuming func bytes() -> [UInt8] {
    precondition(!sheets.isEmpty, "a workbook without a sheet")
    var archive = ZipWriter()
    let add = { (archive: inout ZipWriter, name: String, part: Markup) in
      archive.add(name, DeflatedPart(part.bytes))
    }
    add(&archive, "[Content_Types].xml", contentTypes)
    add(
      &archive, "_rels/.rels",
      OfficeXML.relationships([
        ("officeDocument", "xl/workbook.xml"),
        (OfficeXML.packages + "/relationships/metadata/core-properties", "docProps/core.xml"),
      ]))
    add(&archive, "docProps/core.xml", properties)
    add(&archive, "xl/workbook.xml", workbook)
    add(
      &archive, "xl/_rels/workbook.xml.rels",
      OfficeXML.relationships(
        sheets.indices.map { ("worksheet", "worksheets/sheet\($0 + 1).xml") }
          + [("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml")]))
    add(&archive, "xl/styles.xml", looks.part)
    archive.add("xl/sharedStrings.xml", texts.finish())
    for (place, sheet) in sheets.enumerated() { Self.add(sheet, place + 1, to: &archive) }
    return archive.archive()
  }

  private static func add(_ sheet: Sheet, _ number: Int, to archive: inout ZipWriter) {
    archive.add("xl/worksheets/sheet\(number).xml", sheet.part)
    var targets = sheet.links.map { (kind: "hyperlink", target: $0) }
    if let chart = sheet.plan.chart {
      targets.append((kind: "drawing", target: "../drawings/drawing\(number).xml"))
      archive.add("xl/drawings/drawing\(number).xml", DeflatedPart(chart.drawing.bytes))
      archive.add(
        "xl/drawings/_rels/drawing\(number).xml.rels",
        DeflatedPart(
          OfficeXML.relationships([("chart", "../charts/chart\(number).xml")]).bytes))
      archive.add("xl/charts/chart\(number).xml", DeflatedPart(chart.part.bytes))
    }
    guard !targets.isEmpty else { return }
    archive.add(
      "xl/worksheets/_rels/sheet\(number).xml.rels",
      DeflatedPart(OfficeXML.relationships(targets, external: true).bytes))
  }

  private var workbook: Markup {
    var tabs: Markup = ""
    var names: Markup = ""
    for (place, sheet) in sheets.enumerated() {
      let name = sheet.plan.name
      tabs += "<sheet name=\"\(name)\" sheetId=\"\(place + 1)\" r:id=\"rId\(place + 1)\"/>"
      guard let table = sheet.table, let header = sheet.plan.header else { continue }
      let mark = SheetPlan.reference(name)
      names += """
        <definedName name="_xlnm._FilterDatabase" localSheetId="\(place)" hidden="1">\
        \(mark)\(table)</definedName><definedName name="_xlnm.Print_Titles" \
        localSheetId="\(place)">\(mark)$\(header):$\(header)</definedName>
        """
    }
    return """
      \(OfficeXML.head)<workbook xmlns="\(OfficeXML.sheets)" xmlns:r="\(OfficeXML.links)">\
      <bookViews><workbookView/></bookViews><sheets>\(tabs)</sheets>\
      \(names.bytes.isEmpty ? "" : "<definedNames>\(names)</definedNames>" as Markup)\
      <calcPr calcId="191029"/></workbook>
      """
  }

  private var contentTypes: Markup {
    let office = "application/vnd.openxmlformats-officedocument"
    var parts: [(name: String, kind: String)] = [
      ("xl/workbook.xml", "\(office).spreadsheetml.sheet.main"),
      ("xl/styles.xml", "\(office).spreadsheetml.styles"),
      ("xl/sharedStrings.xml", "\(office).spreadsheetml.sharedStrings"),
      ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties"),
    ]
    for (place, sheet) in sheets.enumerated() {
      let number = place + 1
      parts.append(("xl/worksheets/sheet\(number).xml", "\(office).spreadsheetml.worksheet"))
      guard sheet.plan.chart != nil else { continue }
      parts.append(("xl/drawings/drawing\(number).xml", "\(office).drawing"))
      parts.append(("xl/charts/chart\(number).xml", "\(office).drawingml.chart"))
    }
    var list: Markup = ""
    for part in parts {
      list += "<Override PartName=\"/\(part.name)\" ContentType=\"\(part.kind)+xml\"/>"
    }
    return """
      \(OfficeXML.head)<Types xmlns="\(OfficeXML.packages)/content-types">\
      <Default Extension="rels" \
      ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
      <Default Extension="xml" ContentType="application/xml"/>\(list)</Types>
      """
  }

  private var properties: Markup {
    let made: Markup =
      made.map {
        "<dcterms:created xsi:type=\"dcterms:W3CDTF\">\("\($0)")</dcterms:created>" as Markup
      } ?? ""
    return """
      \(OfficeXML.head)<cp:coreProperties \
      xmlns:cp="\(OfficeXML.packages)/metadata/core-properties" \
      xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>\(title)</dc:title>\
      <dc:creator>\(author)</dc:creator>\(made)</cp:coreProperties>
      """
  }
}
