import CZlib

/// Makes workbooks to read, whole and broken ones.
enum SheetFile {
  /// One part of a ZIP archive as it is to be written; the numbers in its headers can be false.
  struct Part {
    var name: String
    var bytes: [UInt8]
    var isStored = false
    var flags = 0
    var method: Int?
    var checkSum: UInt32?
    var size: Int?

    init(_ name: String, _ text: String) { (self.name, bytes) = (name, Array(text.utf8)) }
  }

  static let head = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#
  static let space = #"xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main""#
  static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  /// A whole workbook: the XML of the rows of each sheet, the XML of shared texts and of styles.
  static func parts(
    _ sheets: [(name: String, rows: String)], strings: String = "", styles: String = "",
    settings: String = ""
  ) -> [Part] {
    let links = sheets.indices.map {
      #"<Relationship Id="r\#($0)" Type="\#(office)/worksheet" Target="worksheets/s\#($0).xml"/>"#
    }
    let tabs = sheets.indices.map {
      #"<sheet name="\#(sheets[$0].name)" sheetId="\#($0 + 1)" r:id="r\#($0)"/>"#
    }
    return [
      Part(
        "_rels/.rels",
        head + "<Relationships><Relationship Id=\"a\" Type=\"\(office)/officeDocument\" "
          + "Target=\"xl/workbook.xml\"/></Relationships>"),
      Part(
        "xl/workbook.xml",
        head + "<workbook \(space) xmlns:r=\"\(office)\">\(settings)<sheets>" + tabs.joined()
          + "</sheets></workbook>"),
      Part(
        "xl/_rels/workbook.xml.rels",
        head + "<Relationships>" + links.joined()
          + #"<Relationship Id="t" Type="\#(office)/sharedStrings" "#
          + #"Target="/xl/sharedStrings.xml"/>"#
          + #"<Relationship Id="y" Type="\#(office)/styles" Target="./styles.xml"/>"#
          + "</Relationships>"),
      Part("xl/sharedStrings.xml", head + "<sst \(space)>\(strings)</sst>"),
      Part("xl/styles.xml", head + "<styleSheet \(space)>\(styles)</styleSheet>"),
    ]
      + sheets.indices.map {
        Part(
          "xl/worksheets/s\($0).xml",
          head + "<worksheet \(space)><sheetData>\(sheets[$0].rows)</sheetData></worksheet>")
      }
  }

  static func workbook(
    _ rows: String, strings: String = "", styles: String = "", settings: String = ""
  ) -> [UInt8] {
    zip(parts([("List", rows)], strings: strings, styles: styles, settings: settings))
  }

  /// A row of inline texts.
  static func row(_ number: Int, _ texts: [String]) -> String {
    "<row r=\"\(number)\">"
      + texts.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined() + "</row>"
  }

  static func zip(_ parts: [Part], comment: String = "") -> [UInt8] {
    var (bytes, list) = ([UInt8](), [UInt8]())
    for part in parts {
      let packed = part.isStored ? part.bytes : deflated(part.bytes)
      let start = bytes.count
      let name = Array(part.name.utf8)
      let facts =
        half(20) + half(part.flags) + half(part.method ?? (part.isStored ? 0 : 8)) + word(0)
        + word(Int(part.checkSum ?? checkSum(part.bytes))) + word(packed.count)
        + word(part.size ?? part.bytes.count) + half(name.count) + half(0)
      bytes += word(0x0403_4B50) + facts + name + packed
      list += word(0x0201_4B50) + half(20) + facts + half(0) + half(0) + half(0) + word(0)
      list += word(start) + name
    }
    let end = half(0) + half(0) + half(parts.count) + half(parts.count) + word(list.count)
    return bytes + list + word(0x0605_4B50) + end + word(bytes.count)
      + half(comment.utf8.count) + comment.utf8
  }

  static func half(_ value: Int) -> [UInt8] { [UInt8(value & 255), UInt8(value >> 8 & 255)] }

  static func word(_ value: Int) -> [UInt8] { half(value & 0xFFFF) + half(value >> 16 & 0xFFFF) }

  /// zlib's own stream without its header and check sum.
  static func deflated(_ bytes: [UInt8]) -> [UInt8] {
    var size = compressBound(UInt(bytes.count))
    var packed = [UInt8](repeating: 0, count: Int(size))
    _ = compress2(&packed, &size, bytes, UInt(bytes.count), 9)
    return Array(packed[2..<(Int(size) - 4)])
  }

  static func checkSum(_ bytes: [UInt8]) -> UInt32 { UInt32(crc32(0, bytes, UInt32(bytes.count))) }
}
