import Domain
import Testing

@testable import Interchange

/// Workbooks that are broken or meant to break things: each is refused with one clear problem.
@Suite struct HostileSheetTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let bytes: [UInt8]
    /// What the problem must say.
    let says: String
    var testDescription: String { name }

    init(_ name: String, _ bytes: [UInt8], says: String) {
      (self.name, self.bytes, self.says) = (name, bytes, says)
    }
  }

  private static let id = "0ff89196a3ad93058ae9c80f"
  private static let header = SheetFile.row(1, ["user_id", "nickname", "followers"])
  private static let list = header + SheetFile.row(2, [id, "小红", "100"])
  private static let parts = SheetFile.parts([("List", list)])

  private static func with(_ place: Int, _ change: (inout SheetFile.Part) -> Void) -> [UInt8] {
    var parts = parts
    change(&parts[place])
    return SheetFile.zip(parts)
  }

  /// A sheet with these bytes in place of its own.
  private static func sheet(_ text: String) -> [UInt8] { with(5) { $0.bytes = Array(text.utf8) } }

  /// A list with these rows behind its header.
  private static func rows(_ rows: String) -> [UInt8] { SheetFile.workbook(header + rows) }

  private static func without(_ place: Int) -> [UInt8] {
    var parts = parts
    parts.remove(at: place)
    return SheetFile.zip(parts)
  }

  private static func replaced(_ place: Int, _ old: String, _ new: String) -> [UInt8] {
    with(place) {
      $0.bytes = Array(String(decoding: $0.bytes, as: UTF8.self).replacing(old, with: new).utf8)
    }
  }

  /// What is small in the file and large once it is read.
  private static let repeated: [Case] = {
    let cells = String(repeating: "<c t=\"s\"><v>0</v></c>", count: 17)
    let long = "<si><t>" + String(repeating: "x", count: 1_000_000) + "</t></si>"
    let links = "</Relationships>"
    return [
      Case(
        "one long text in each cell of a row",
        SheetFile.workbook(header + "<row r=\"2\">\(cells)</row>", strings: long),
        says: "MiB of text in row 2"),
      Case(
        "two parts of shared texts",
        replaced(
          2, links,
          "<Relationship Id=\"u\" Type=\"\(SheetFile.office)/sharedStrings\" "
            + "Target=\"sharedStrings.xml\"/>" + links), says: "two parts of sharedStrings"),
      Case(
        "two sheets in one part",
        replaced(1, "</sheets>", "<sheet name=\"L\" sheetId=\"9\" r:id=\"r0\"/></sheets>"),
        says: "two sheets in one part"),
      Case(
        "an exponent at the end of numbers",
        rows("<row r=\"2\"><c r=\"A2\"><v>1e-9223372036854775808</v></c></row>"),
        says: "a number that is none"),
    ]
  }()

  private static let containers: [Case] = {
    let whole = SheetFile.zip(parts)
    let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    let secret = "EncryptedPackage".utf16.flatMap { SheetFile.half(Int($0)) }
    var moved = whole
    moved[0..<4] = [0x50, 0x4B, 0x03, 0x04]
    let list = whole.count - 22
    var zip64 = whole
    zip64.replaceSubrange((list + 16)..<(list + 20), with: [0xFF, 0xFF, 0xFF, 0xFF])
    var split = whole
    split[list + 4] = 1
    var count = whole
    (count[list + 8], count[list + 10]) = (200, 200)
    return [
      Case("only a mark", [0x50, 0x4B, 3, 4], says: "ends too early"),
      Case("half a file", Array(whole[..<(whole.count / 2)]), says: "ends too early"),
      Case("no last byte", Array(whole.dropLast()), says: "ends too early"),
      Case("more behind its end", whole + [0], says: "ends too early"),
      Case("old Excel", compound + [UInt8](repeating: 0, count: 600), says: ".xls"),
      Case("a password", compound + secret, says: "a workbook with a password"),
      Case("a part with a password", with(5) { $0.flags = 1 }, says: "with a password"),
      Case("another method", with(5) { $0.method = 12 }, says: "the method 12"),
      Case("zip64", zip64, says: "zip64"),
      Case("several files", split, says: "several files"),
      Case("a false number of parts", count, says: "is damaged"),
      Case("a wrong check sum", with(5) { $0.checkSum = 1 }, says: "check sum"),
      Case(
        "a wrong check sum, stored", with(5) { ($0.checkSum, $0.isStored) = (1, true) },
        says: "check sum"),
      Case("a wrong size", with(5) { $0.size = 5 }, says: "check sum"),
      Case("no deflated bytes", with(5) { ($0.isStored, $0.method) = (true, 8) }, says: "inflated"),
      Case("two parts of a name", with(4) { $0.name = "xl/worksheets/s0.xml" }, says: "two parts"),
      Case("no list of links", without(0), says: "_rels/.rels"),
      Case("no workbook", without(1), says: "no workbook"),
      Case("no links of the workbook", without(2), says: "workbook.xml.rels"),
      Case("no sheet", without(5), says: "no part xl/worksheets/s0.xml"),
      Case(
        "a document", SheetFile.zip([parts[0], .init("word/document.xml", "<w/>")]), says: "Word"),
      Case("ODF", SheetFile.zip([parts[0], .init("content.xml", "<w/>")]), says: "OpenDocument"),
      Case("binary", SheetFile.zip([parts[0], .init("xl/workbook.bin", "")]), says: ".xlsb"),
      Case("no sheets", SheetFile.zip(SheetFile.parts([])), says: "no workbook"),
      Case(
        "a link out of the archive",
        with(2) {
          $0.bytes = Array(
            String(decoding: $0.bytes, as: UTF8.self)
              .replacing(
                "Target=\"worksheets/s0.xml\"",
                with: "Target=\"file:///etc/passwd\" TargetMode=\"External\""
              ).utf8)
        },
        says: "without a sheet of cells"),
      Case(
        "a path out of the archive",
        with(2) {
          $0.bytes = Array(
            String(decoding: $0.bytes, as: UTF8.self)
              .replacing("worksheets/s0.xml", with: "../../../etc/passwd").utf8)
        },
        says: "no part etc/passwd"),
    ]
  }()

  private static let documents: [Case] = {
    let entity = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
    let laughs = "<!DOCTYPE a [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
    let sheet = "<worksheet><sheetData>\(list)</sheetData></worksheet>"
    let long = String(repeating: "a", count: 3 << 20)
    return [
      Case("an external entity", Self.sheet(entity + sheet), says: "document type"),
      Case("billion laughs", Self.sheet(laughs + sheet), says: "document type"),
      Case(
        "a type in the texts", with(3) { $0.bytes = Array((laughs + "<sst/>").utf8) },
        says: "document type"),
      Case(
        "a type in the styles", with(4) { $0.bytes = Array((entity + "<a/>").utf8) },
        says: "document type"),
      Case(
        "a type in the links", with(0) { $0.bytes = Array((entity + "<a/>").utf8) },
        says: "document type"),
      Case("an entity nobody made", rows("<row><c><v>&x;</v></c></row>"), says: "undefined entity"),
      Case("no end", Self.sheet(String(sheet.dropLast(20))), says: "broken XML"),
      Case("nothing", Self.sheet(""), says: "broken XML"),
      Case("two roots", Self.sheet(sheet + sheet), says: "broken XML"),
      Case("crossed tags", rows("<row><c></row></c>"), says: "mismatched tag"),
      Case("NUL", rows("<row><c><v>\u{0}</v></c></row>"), says: "broken XML"),
      Case("no UTF-8", with(5) { $0.bytes[200] = 0xFF }, says: "broken XML"),
      Case(
        "an unknown encoding", Self.sheet("<?xml version='1.0' encoding='klingon'?>" + sheet),
        says: "unknown encoding"),
      Case("a huge tag", rows("<row x=\"\(long)\"/>"), says: "a tag of more than 1 MiB"),
      Case(
        "a huge cell", rows("<row><c t=\"str\"><v>\(long)</v></c></row>"), says: "more than 1 MiB"),
      Case(
        "a huge text", SheetFile.workbook(list, strings: "<si><t>\(long)</t></si>"),
        says: "more than 1 MiB"),
      Case(
        "a bomb", rows("<row>" + String(repeating: " ", count: 24 << 20) + "</row>"),
        says: "100 times its packed size"),
      Case(
        "a bomb of styles",
        SheetFile.workbook(list, styles: String(repeating: "<a/>", count: 6 << 20)),
        says: "100 times its packed size"),
    ]
  }()

  private static let cells: [Case] = [
    Case(
      "a text that isn't there", rows("<row><c t=\"s\"><v>7</v></c></row>"), says: "isn't there"),
    Case("a negative text", rows("<row><c t=\"s\"><v>-1</v></c></row>"), says: "isn't there"),
    Case(
      "a word as a number", rows("<row><c><v>many</v></c></row>"), says: "a number that is none"),
    Case("infinity", rows("<row><c><v>INF</v></c></row>"), says: "a number that is none"),
    Case(
      "a huge power", rows("<row><c><v>1e999999999999</v></c></row>"), says: "a number that is none"
    ),
    Case("an unknown kind", rows("<row><c t=\"z\"><v>1</v></c></row>"), says: "unknown type z"),
    Case("rows backwards", rows("<row r=\"1\"/>"), says: "numbered wrongly"),
    Case("a row too low", rows("<row r=\"1048577\"/>"), says: "numbered wrongly"),
    Case("no number of a row", rows("<row r=\"x\"/>"), says: "numbered wrongly"),
    Case(
      "cells backwards", rows("<row r=\"2\"><c r=\"B2\"/><c r=\"A2\"/></row>"),
      says: "out of its order"),
    Case(
      "a cell twice", rows("<row r=\"2\"><c r=\"A2\"/><c r=\"A2\"/></row>"),
      says: "out of its order"),
    Case(
      "a cell of another row", rows("<row r=\"2\"><c r=\"A3\"/></row>"), says: "out of its order"),
    Case("a column too far", rows("<row r=\"2\"><c r=\"XFE2\"/></row>"), says: "out of its order"),
    Case(
      "a far column", rows("<row r=\"2\"><c r=\"ZZZZZZZZZZZZZ2\"/></row>"), says: "out of its order"
    ),
    Case("nothing at all", SheetFile.workbook(""), says: "nothing in the sheets: List"),
    Case(
      "no header", SheetFile.workbook(SheetFile.row(1, ["a", "b"])),
      says: "list.xlsx:List!1: wanted the columns"),
    Case(
      "an error", rows("<row r=\"2\"><c t=\"e\"><v>#N/A</v></c></row>"),
      says: "list.xlsx:List!A2: user_id: wanted a value, found the error #N/A"),
    Case(
      "no worked out value", rows("<row r=\"2\"><c r=\"C2\"><f>1+1</f></c></row>"),
      says: "list.xlsx:List!C2: followers: wanted a value"),
    Case(
      "more than the header", rows("<row r=\"2\"><c r=\"AB2\"><v>1</v></c></row>"),
      says: "list.xlsx:List!AB2: wanted nothing to the right of the header, found \"1\""),
    Case(
      "an id as a number",
      SheetFile.workbook(
        SheetFile.row(1, ["red_id"]) + "<row><c><v>6526383153762450120</v></c></row>"),
      says: "list.xlsx:List!A2: red_id: wanted a 小红书号 as text (Excel has turned it into a number"),
    Case(
      "hex as a number", rows("<row><c><v>6.1229999999999997E+48</v></c></row>"),
      says: "has turned it into a number"),
    Case(
      "half a follower",
      rows("<row r=\"2\"><c t=\"str\"><v>\(id)</v></c><c r=\"C2\"><v>1.5</v></c></row>"),
      says: "list.xlsx:List!C2: followers: wanted a whole number"),
    Case("nobody", rows(SheetFile.row(5, ["", "小红"])), says: "list.xlsx:List!5: wanted a user id"),
    Case(
      "a header twice", SheetFile.workbook(SheetFile.row(1, ["user_id", "note", "note"])),
      says: "in columns B and C"),
  ]

  static let all = containers + repeated + documents + cells

  @Test(arguments: all)
  func `a broken workbook is refused with one problem`(_ hostile: Case) throws {
    let (reading, records) = Sample.read(hostile.bytes, file: "list.xlsx")
    let problems = reading.problems.kept.map(\.description)
    #expect(problems.count == 1)
    #expect(problems.first?.contains(hostile.says) == true, "\(problems)")
    #expect(problems.first?.hasPrefix("list.xlsx:") == true)
    #expect(records.count <= 1)
  }

  @Test func `a workbook that is cut off anywhere is refused`() throws {
    let whole = SheetFile.zip(Self.parts)
    for end in 4..<whole.count {
      let (reading, _) = Sample.read(Array(whole[..<end]), file: "list.xlsx")
      #expect(reading.problems.count == 1, "cut off behind \(end) bytes")
    }
    #expect(Sample.read(whole, file: "list.xlsx").0.problems.count == 0)
  }

  @Test func `a changed byte is a problem or changes nothing that is read`() throws {
    let whole = SheetFile.zip(Self.parts)
    let right = Sample.read(whole, file: "list.xlsx").1
    #expect(right.count == 1)
    var random = SeededRandom(seed: 5)
    for place in whole.indices {
      var changed = whole
      changed[place] ^= UInt8(1 + random.below(255))
      let (reading, records) = Sample.read(changed, file: "list.xlsx")
      #expect(!reading.problems.isEmpty || records == right, "byte \(place)")
    }
  }

  @Test func `no random XML in a sheet ends the program`() throws {
    let pieces = [
      "<row>", "</row>", "<row r=\"3\">", "<c>", "</c>", "<c r=\"A1\" t=\"s\">", "<v>", "</v>", "1",
      "<c t=\"e\">", "<is>", "</is>", "<t>", "</t>", "<rPh>", "</rPh>", "<f/>", "小", "&amp;",
      "<c t=\"b\" s=\"9\">",
    ]
    var random = SeededRandom(seed: 6)
    for _ in 0..<500 {
      var rows = ""
      var open: [String] = []
      for _ in 0..<random.below(30) {
        let piece = pieces[random.below(pieces.count)]
        if piece.hasPrefix("</") {
          if let last = open.popLast() { rows += "</\(last)>" }
        } else {
          rows += piece
          if piece.hasPrefix("<"), !piece.hasSuffix("/>") {
            open.append(String(piece.dropFirst().prefix { $0 != " " && $0 != ">" }))
          }
        }
      }
      rows += open.reversed().map { "</\($0)>" }.joined()
      _ = Sample.read(SheetFile.workbook(Self.header + rows), file: "list.xlsx")
    }
  }
}
