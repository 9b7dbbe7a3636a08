import Domain
import Testing

@testable import Interchange

/// Workbooks that are odd and right.
@Suite struct SheetTests {
  /// The texts of a sheet by row, read as one reads a reference table.
  private func table(_ bytes: [UInt8]) throws -> (header: [String], rows: [[String]], TableReader) {
    var reader = try TableReader(bytes, file: "list.xlsx")
    var rows: [[String]] = []
    while let row = reader.next() { rows.append(row.cells) }
    return (reader.header, rows, reader)
  }

  /// The text of one number of a style.
  private func cell(_ number: String, format id: Int = 0, code: String? = nil, is1904: Bool = false)
    throws -> String?
  {
    let formats = code.map {
      #"<numFmts><numFmt numFmtId="\#(id)" formatCode="\#($0)"/></numFmts>"#
    }
    let styles = (formats ?? "") + #"<cellXfs><xf numFmtId="0"/><xf numFmtId="\#(id)"/></cellXfs>"#
    let rows = SheetFile.row(1, ["a"]) + #"<row><c s="1"><v>\#(number)</v></c></row>"#
    let settings = is1904 ? #"<workbookPr date1904="1"/>"# : ""
    let bytes = SheetFile.workbook(rows, styles: styles, settings: settings)
    return try table(bytes).rows.first?.first
  }

  @Test(arguments: [
    ("0", "0"), ("-0", "0"), ("7560", "7560"), ("677.60000000000002", "677.6"),
    ("8.3599999999999994", "8.36"), ("0.56000000000000005", "0.56"), ("1E-3", "0.001"),
    ("1.5e2", "150"), ("-12.50", "-12.5"), ("0.99999999999999989", "1"), ("+3", "3"),
    ("999999999999999.9", "1E+15"), ("123456789012345", "123456789012345"),
    ("6526383153762450120", "6.52638315376245E+18"), ("6.1229999999999997E+48", "6.123E+48"),
    ("100000000000000000000", "1E+20"), ("1e-300", "1E-300"), (".5", "0.5"), ("5.", "5"),
  ])
  func `a number is what Excel shows of it`(number: String, text: String) throws {
    #expect(try cell(number) == text)
  }

  // By Python: date(1899, 12, 30) + timedelta(n), and date(1904, 1, 1) + timedelta(n).
  @Test(arguments: [
    ("46237", false, "2026-08-03"), ("1", false, "1900-01-01"), ("59", false, "1900-02-28"),
    ("61", false, "1900-03-01"), ("2958465", false, "9999-12-31"), ("44775", true, "2026-08-03"),
    ("46237.520833333336", false, "2026-08-03T12:30:00"), ("0", true, "1904-01-01"),
    ("46236.999999999993", false, "2026-08-03"), ("60", false, "60"), ("-1", false, "-1"),
  ])
  func `a day is a number with the style of one`(number: String, is1904: Bool, text: String)
    throws
  {
    #expect(try cell(number, format: 14, is1904: is1904) == text)
  }

  @Test(arguments: [
    (14, nil, "2026-08-03"), (31, nil, "2026-08-03"), (57, nil, "2026-08-03"), (0, nil, "46237"),
    (176, "yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@", "2026-08-03"),
    (177, "[$-804]yyyy/m/d", "2026-08-03"), (178, "#,##0.00 &quot;day&quot;", "46237"),
    (179, "[Red]#,##0;[Blue]0", "46237"), (180, "m/d", "2026-08-03"), (181, "[h]:mm", "46237"),
    (182, "General", "46237"), (183, "0.0\\d", "46237"), (9, nil, "4623700%"),
    (184, "0.00%", "4623700%"), (185, "0&quot;%&quot;", "46237"),
  ])
  func `a format says whether a number is a day or a rate`(id: Int, code: String?, text: String)
    throws
  {
    #expect(try cell("46237", format: id, code: code) == text)
  }

  @Test(arguments: [
    ("0.052", "5.2%"), ("5.2000000000000005E-2", "5.2%"), ("1", "100%"), ("0", "0%"),
  ])
  func `a rate in the style of percents is in percent`(number: String, text: String) throws {
    #expect(try cell(number, format: 10) == text)
  }

  @Test func `texts are shared, inline, rich, worked out, with words to read them out`() throws {
    let rows =
      SheetFile.row(1, ["a", "b", "c", "d", "e", "f"])
      + #"<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" t="s"><v>0</v></c>"#
      + #"<c r="C2" t="inlineStr"><is><r><t>小</t></r>"#
      + #"<r><t xml:space="preserve"> 红 </t></r></is></c>"#
      + #"<c r="D2" t="str"><f>A1&amp;"x"</f><v>ax</v></c><c r="E2" t="b"><v>1</v></c>"#
      + #"<c r="F2" t="d"><v>2026-08-03T00:00:00</v></c></row>"#
    let strings =
      "<si><r><t>粉</t></r><r><rPr><b/></rPr><t>丝😀</t></r><rPh><t>fen</t></rPh></si>"
      + "<si><t>a_x000D_b_x005F_x_xZZZZ_</t></si>"
    let (header, found, reader) = try table(SheetFile.workbook(rows, strings: strings))
    #expect(header == ["a", "b", "c", "d", "e", "f"])
    #expect(found == [["a\rb_x_xZZZZ_", "粉丝😀", "小 红 ", "ax", "TRUE", "2026-08-03"]])
    #expect(reader.remarks == ["1 formula, read as the value that was worked out last"])
    #expect(reader.problems.kept == [])
  }

  @Test func `rows and cells may leave out where they are, and elements may have a prefix`() throws
  {
    var parts = SheetFile.parts([("List", "")])
    parts[5] = .init(
      "xl/worksheets/s0.xml",
      SheetFile.head + "<x:worksheet xmlns:x=\"u\"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c>"
        + "<x:c r=\"C1\"><x:v>3</x:v></x:c></x:row><x:row r=\"9\" hidden=\"1\"><x:c/>"
        + "<x:c><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>")
    for index in parts.indices { parts[index].isStored = index % 2 == 0 }
    let (header, rows, reader) = try table(SheetFile.zip(parts, comment: "made by a test"))
    #expect(header == ["1", "", "3"])
    #expect(rows == [["", "2", ""]])
    #expect(reader.remarks == ["1 hidden row, read like the others"])
  }

  @Test func `a sheet may be written in UTF-16`() throws {
    var parts = SheetFile.parts([("List", "")])
    let text =
      SheetFile.head.replacing("UTF-8", with: "UTF-16") + "<worksheet><sheetData>"
      + SheetFile.row(1, ["昵称"]) + "</sheetData></worksheet>"
    parts[5].bytes = [0xFF, 0xFE] + text.utf16.flatMap { SheetFile.half(Int($0)) }
    #expect(try table(SheetFile.zip(parts)).header == ["昵称"])
  }

  private let id = "0ff89196a3ad93058ae9c80f"

  @Test func `a header may have groups above it, titles, and cells merged downwards`() throws {
    let rows =
      SheetFile.row(1, ["达人名单"])
      + SheetFile.row(3, ["博主ID", "昵称", "图文笔记一口价", "数据", "", "", "画像"])
      + SheetFile.row(4, ["", "", "", "按规模-日常笔记", "", "按规模-合作笔记"])
      + SheetFile.row(5, ["", "", "", "阅读中位数", "互动中位数", "阅读中位数", "互动率"])
      + SheetFile.row(7, [id, "小红", "3000", "100", "5", "7", "1%"])
    let (reading, records) = Sample.read(SheetFile.workbook(rows), file: "list.xlsx")
    #expect(reading.problems.kept == [])
    #expect(reading.layout?.name == "pugongying-export")
    let record = try #require(records.first)
    #expect(records.count == 1)
    #expect(record.line == 7)
    #expect(record.nickname == "小红")
    #expect(record.quotes.first?.value.price == Money(fen: 300_000))
    #expect(
      record.metrics.map { "\($0.name) \($0.value)" } == [
        "reads.everyday 100", "reads.sponsored 7",
      ]
    )
  }

  @Test func `the sheet whose header fits is read, or the one that is asked for`() throws {
    let list = SheetFile.row(1, ["user_id", "nickname"]) + SheetFile.row(2, [id, "小红"])
    let other = SheetFile.row(1, ["说明", "这里什么都没有"])
    let one = SheetFile.zip(SheetFile.parts([("说明", other), ("空", ""), ("九月", list)]))
    #expect(Sample.read(one, file: "list.xlsx").0.sheet == "九月")
    let two = SheetFile.zip(SheetFile.parts([("八月", list), ("九月", list)]))
    let problems = Sample.read(two, file: "list.xlsx").0.problems.kept.map(\.description)
    #expect(
      problems == [
        "list.xlsx: wanted one of them (say which with --sheet), found sheets that fit: 八月, 九月"
      ])
    var options = CreatorReading.Options()
    options.sheet = "八月"
    #expect(Sample.read(two, file: "list.xlsx", options).1.map(\.nickname) == ["小红"])
    #expect(Sample.read("user_id\n\(id)\n", options).0.problems.count == 1)
  }

  @Test func `an agency's list and an intake form are read from a workbook as from CSV`() throws {
    let csv = Array(try Sample.bytes("mcn_candidates.csv").dropFirst(3))
    var reader = CSVReader(csv, delimiter: .comma)
    var rows = ""
    var number = 0
    while case .record = reader.next() {
      number += 1
      let cells = reader.fields.indices.map { column in
        let text = reader.text(column)
        return Int(text) == nil && !text.contains(".")
          ? "<c t=\"inlineStr\"><is><t>\(text)</t></is></c>" : "<c t=\"str\"><v>\(text)</v></c>"
      }
      rows += "<row r=\"\(number)\">" + cells.joined() + "</row>"
    }
    let fromSheet = Sample.read(SheetFile.workbook(rows), file: "list.xlsx")
    let fromCSV = Sample.read(csv, file: "list.csv")
    #expect(fromSheet.0.layout?.name == "mcn")
    #expect(fromSheet.0.problems.kept == [])
    #expect(fromSheet.1 == fromCSV.1)

    let form =
      SheetFile.row(1, ["小红书ID", "博主名称", "返点", "图文报备裸价", "图文执行价（含平台服务费）"])
      + #"<row><c t="str"><v>\#(id)</v></c><c t="str"><v>小红</v></c><c t="str"><v>20%</v></c>"#
      + "<c><v>6000</v></c><c><v>6600.0000000000009</v></c></row>"
    var options = CreatorReading.Options()
    options.brandFee = Share(basisPoints: 1_000)
    let (reading, records) = Sample.read(SheetFile.workbook(form), file: "list.xlsx", options)
    #expect(reading.layout?.name == "intake")
    #expect(records.first?.quotes.map(\.value.price) == [Money(fen: 600_000)])
    #expect(records.first?.notes.map(\.line) == ["返点: 20%"])
  }
}
