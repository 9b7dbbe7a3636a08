/// An .xlsx workbook that is held in memory: its sheets by name. Its cells are read by ``SheetRows``.
struct Workbook {
  /// One sheet.
  struct Sheet {
    let name: String
    /// The part of the archive that it is in.
    let part: String
    /// Whether Excel doesn't show it.
    let isHidden: Bool
  }

  let archive: ZipArchive
  /// In the order of their tabs, without sheets of charts.
  let sheets: [Sheet]
  let strings = SheetStrings()
  let styles = SheetStyles()
  /// Whether days are counted from 1904, as old Excel for Mac did.
  let isFrom1904: Bool

  /// Opens a workbook: reads what all of its sheets share.
  init(_ bytes: [UInt8]) throws(WorkbookFault) {
    if let kind = Self.otherKind(bytes) { throw kind }
    archive = try ZipArchive(bytes)
    let links = try Self.links(of: "", in: archive)
    guard let main = links.values.first(where: { $0.kind == "officeDocument" })?.part,
      archive.entries[main] != nil, main.hasSuffix(".xml")
    else { throw Self.noWorkbook(archive) }
    let list = SheetList()
    try XMLParser.read(main, in: archive, list)
    guard !list.isEmpty else { throw Self.noWorkbook(archive) }
    isFrom1904 = list.isFrom1904
    let parts = try Self.links(of: main, in: archive)
    sheets = list.sheets.compactMap { sheet in
      guard let part = parts[sheet.link], part.kind == "worksheet" else { return nil }
      return Sheet(name: sheet.name, part: part.part, isHidden: sheet.isHidden)
    }
    guard !sheets.isEmpty else { throw WorkbookFault("a workbook without a sheet of cells") }
    guard Set(sheets.map(\.part)).count == sheets.count else {
      throw WorkbookFault("a workbook with two sheets in one part")
    }
    for (kind, handler) in [("styles", styles), ("sharedStrings", strings)]
      as [(String, XMLHandler)]
    {
      let linked = parts.values.filter { $0.kind == kind && archive.entries[$0.part] != nil }
      guard linked.count < 2 else { throw WorkbookFault("a workbook with two parts of \(kind)") }
      if let part = linked.first?.part { try XMLParser.read(part, in: archive, handler) }
    }
  }

  /// Whether the bytes are those of a spreadsheet program: ZIP, or Microsoft's older container.
  static func isOne(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || isCompound(bytes)
  }

  private static func isCompound(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
  }

  /// Microsoft's older container holds .xls, and .xlsx that has a password.
  private static func otherKind(_ bytes: [UInt8]) -> WorkbookFault? {
    guard isCompound(bytes) else { return nil }
    let mark = "EncryptedPackage".utf8.map { [$0, 0] }.joined()
    let ends = [bytes.prefix(1 << 20), bytes.suffix(1 << 20)]
    if ends.contains(where: { $0.firstRange(of: Array(mark)) != nil }) {
      return WorkbookFault("a workbook with a password", wanted: "the workbook saved without one")
    }
    return WorkbookFault(
      "an old Excel workbook (.xls)", wanted: "the workbook saved as .xlsx or as \"CSV UTF-8\"")
  }

  private static func noWorkbook(_ archive: ZipArchive) -> WorkbookFault {
    let kinds = [
      ("xl/workbook.bin", "a binary workbook (.xlsb)"), ("word/document.xml", "a Word document"),
      ("ppt/presentation.xml", "a presentation"), ("content.xml", "an OpenDocument file"),
    ]
    let kind = kinds.first { archive.entries[$0.0] != nil }?.1
    return WorkbookFault(kind ?? "a ZIP archive that is no workbook", wanted: "a workbook (.xlsx)")
  }
}

// Links between the parts.
extension Workbook {
  private struct Link {
    /// The last word of its type: `worksheet`, `styles`.
    let kind: String
    let part: String
  }

  /// What a part links to, by id; the archive's own links for no part.
  private static func links(of part: String, in archive: ZipArchive)
    throws(WorkbookFault) -> [String: Link]
  {
    let folder = part.split(separator: "/").dropLast().map(String.init)
    let name = part.split(separator: "/").last ?? ""
    let list = LinkList()
    try XMLParser.read(
      (folder + ["_rels", "\(name).rels"]).joined(separator: "/"), in: archive, list)
    return list.links.mapValues { kind, target in
      var steps = target.hasPrefix("/") ? [] : folder
      for step in target.split(separator: "/") where step != "." {
        if step == ".." { _ = steps.popLast() } else { steps.append(String(step)) }
      }
      return Link(kind: kind, part: steps.joined(separator: "/"))
    }
  }

  private final class LinkList: XMLHandler {
    private(set) var links: [String: (kind: String, target: String)] = [:]

    override func start(_ name: XMLText, _ attributes: XMLAttributes) {
      guard "Relationship" ~= name, let id = attributes["Id"], let target = attributes["Target"],
        let type = attributes["Type"]
      else { return }
      if let mode = attributes["TargetMode"], "External" ~= mode { return }
      let kind = type.string.split(separator: "/").last.map(String.init) ?? ""
      links[id.string] = (kind, target.string)
    }
  }

  private final class SheetList: XMLHandler {
    private(set) var sheets: [(name: String, link: String, isHidden: Bool)] = []
    private(set) var isFrom1904 = false
    private var isWorkbook = false

    var isEmpty: Bool { !isWorkbook || sheets.isEmpty }

    override func start(_ name: XMLText, _ attributes: XMLAttributes) {
      switch name {
      case "workbook": isWorkbook = true
      case "workbookPr": isFrom1904 = attributes["date1904"]?.isTrue ?? false
      case "sheet":
        // `r:id` and not `sheetId`: prefixes are dropped.
        guard let link = attributes["id"], let title = attributes["name"] else { return }
        let state = attributes["state"]?.string ?? "visible"
        sheets.append((title.string, link.string, state != "visible"))
        if sheets.count > 10_000 { fault = WorkbookFault("more than 10,000 sheets") }
      default: break
      }
    }
  }
}
