/// What a file is that is no list, by its first bytes: said by name, it is clearer than any broken cell.
enum FileKind {
  /// What it is, and what to do instead; `nil` for anything that may be text.
  static func foreign(_ bytes: [UInt8]) -> (found: String, wanted: String)? {
    let list = "a list: a workbook (.xlsx), CSV or JSON"
    if let kind = marks.first(where: { bytes.starts(with: $0.bytes) }) { return (kind.name, list) }
    let start = bytes.prefix(1_000)
    let text = String(decoding: start.drop { $0 <= 0x20 || $0 >= 0x80 }, as: UTF8.self).lowercased()
    if ["<!doctype html", "<html", "<table"].contains(where: text.hasPrefix) {
      return (
        "a web page (HTML), which some sites call .xls",
        "the table opened in Excel or WPS and saved as .xlsx"
      )
    }
    if text.hasPrefix("<?xml") { return ("XML", list) }
    let isMarked = [ByteOrderMark.utf16LittleEndian, ByteOrderMark.utf16BigEndian]
      .contains(where: bytes.starts)
    let zeros = start.indices.filter { start[$0] == 0 }
    if !isMarked, zeros.count > 1, zeros.count * 10 >= start.count,
      Set(zeros.map { $0 % 2 }).count == 1
    {
      return ("UTF-16 without its byte-order mark", "UTF-16 with it, or UTF-8")
    }
    return nil
  }

  private static let marks: [(bytes: [UInt8], name: String)] = [
    (Array("%PDF-".utf8), "a PDF document"), ([0x89, 0x50, 0x4E, 0x47], "a picture"),
    ([0xFF, 0xD8, 0xFF], "a picture"), (Array("GIF8".utf8), "a picture"),
    ([0x1F, 0x8B], "a packed file (gzip)"), (Array("Rar!".utf8), "a packed file (RAR)"),
    ([0x37, 0x7A, 0xBC, 0xAF], "a packed file (7z)"),
    ([0x50, 0x4B, 0x05, 0x06], "an empty ZIP archive"),
    (Array("SQLite format 3".utf8), "a database, such as a book"),
  ]
}
