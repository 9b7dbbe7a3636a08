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
      places.map { DisplayWidth.cut(oneLine(row[$0].shown), to: widest) }
    }
    return lines(columns.map(\.title), rows, isNumber: columns.map(\.isNumber))
  }

  /// Any rows of text under a header, aligned.
  static func lines(_ header: [String], _ rows: [[String]], isNumber: [Bool]) -> String {
    let widths = header.indices.map { place in
      ([header] + rows).map { DisplayWidth.columns($0[place]) }.max() ?? 0
    }
    let line = { (cells: [String]) in
      let padded = cells.indices.map { place in
        let space = String(
          repeating: " ", count: widths[place] - DisplayWidth.columns(cells[place]))
        return isNumber[place] ? space + cells[place] : cells[place] + space
      }
      let text = padded.joined(separator: "  ")
      return String(text.reversed().drop { $0 == " " }.reversed())
    }
    return ([line(header)] + rows.map(line)).joined(separator: "\n")
  }

  private static func oneLine(_ text: String) -> String {
    text.contains { $0.isNewline || $0 == "\t" }
      ? String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 }) : text
  }
}
