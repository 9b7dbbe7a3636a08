/// The names of a sheet's columns.
///
/// A header may stand below titles, and may have several rows: groups, and the columns below them. A
/// column is named by the lowest row; where that leaves two columns with one name, the groups above
/// are put before it: `按规模-日常笔记/曝光中位数`. A cell that is merged downwards names its column too.
struct SheetHeader {
  let names: [String]
  /// The number of its lowest row.
  let row: Int

  /// The header whose lowest row is the last of these.
  init(_ rows: ArraySlice<SheetRows.Row>) {
    row = rows.last?.number ?? 0
    let width = 1 + (rows.compactMap { $0.cells.last?.column }.max() ?? -1)
    var names = [String](repeating: "", count: width)
    var groups = [[String]](repeating: [], count: width)
    // From the top: a group reaches to the right up to the next cell in its row or a row above.
    var starts = Set<Int>()
    for row in rows {
      var group = ""
      var cells = [String](repeating: "", count: width)
      for cell in row.cells where cell.column < width {
        // A name of several lines is one name.
        cells[cell.column] = cell.text.split(whereSeparator: \.isNewline).joined(separator: " ")
      }
      for column in 0..<width {
        if starts.contains(column) { group = "" }
        if !cells[column].isEmpty {
          group = cells[column]
          names[column] = group
          starts.insert(column)
        }
        if !group.isEmpty { groups[column].append(group) }
      }
    }
    var count: [String: Int] = [:]
    for name in names { count[HeaderText.folded(name), default: 0] += 1 }
    self.names = names.indices.map { column in
      guard !names[column].isEmpty, count[HeaderText.folded(names[column]), default: 0] > 1 else {
        return names[column]
      }
      let above = groups[column].filter { $0 != names[column] }
      return (above + [names[column]]).joined(separator: "/")
    }
  }

  /// The header that fits best, of equal ones the first; `nil` when none does.
  static func best(of rows: [SheetRows.Row], _ fits: ([String]) -> Int?) -> SheetHeader? {
    var best: (header: SheetHeader, score: Int)?
    for last in rows.indices {
      let header = SheetHeader(rows[...last])
      guard let score = fits(header.names), score > best?.score ?? Int.min else { continue }
      best = (header, score)
    }
    return best?.header
  }

  /// The row with the most cells, for a sheet whose header is not known.
  static func widest(of rows: [SheetRows.Row]) -> SheetHeader {
    var widest = 0
    for place in rows.indices where rows[place].cells.count > rows[widest].cells.count {
      widest = place
    }
    return SheetHeader(rows[...widest])
  }
}
