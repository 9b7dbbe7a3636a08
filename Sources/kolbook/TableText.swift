import UseCases

/// A list drawn for people: columns aligned, numbers flush right, empty columns left out.
enum TableText {
  /// The widest that a column of words gets; machine formats carry the whole text.
  private static let widest = 36

  /// The list as lines of text, without a line end after the last.
  static func text(of listing: Listing) -> String {
    guard !listing.rows.isEmpty else { return "(nothing)" }
    let places = listing.columns.indices.filter { place in
      listing.rows.contains { $0[place].shown != "-" && $0[place].shown != "" }
    }
    let columns = places.map { listing.columns[$0] }
    let rows = listing.rows.map { row in
      places.map { DisplayWidth.cut(row[$0].shown, to: widest) }
    }
    return lines(columns.map(\.title), rows, isNumber: columns.map(\.isNumber))
  }

  /// Any rows of text under a header, aligned.
  static func lines(_ header: [String], _ rows: [[String]], isNumber: [Bool]) -> String {
    let table = [header] + rows.map { $0.map(oneLine) }
    let columns = table.map { $0.map(DisplayWidth.columns) }
    let widths = header.indices.map { place in columns.reduce(0) { max($0, $1[place]) } }
    return table.indices.map { row in
      line(table[row], columns[row], widths, isNumber)
    }.joined(separator: "\n")
  }

  /// One line: space before numbers and after words, none at the end.
  private static func line(
    _ cells: [String], _ columns: [Int], _ widths: [Int], _ isNumber: [Bool]
  ) -> String {
    var text = ""
    var owed = 0
    for place in cells.indices {
      let space = widths[place] - columns[place]
      if isNumber[place] { owed += space }
      if columns[place] > 0 {
        text += String(repeating: " ", count: owed)
        text += cells[place]
        owed = 0
      }
      owed += (isNumber[place] ? 0 : space) + 2
    }
    return text
  }

  /// A cell never makes a row: line breaks and tabs become spaces.
  private static func oneLine(_ text: String) -> String {
    // Most cells are ids and figures; bytes are looked at faster than characters.
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text }
    return text.contains { $0.isNewline || $0 == "\t" }
      ? String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 }) : text
  }
}
