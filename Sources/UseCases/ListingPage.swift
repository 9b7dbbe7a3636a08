import Interchange

// A list on a page.
extension Listing {
  /// The list as a table: columns that are empty throughout are left out, and a column may stand small
  /// below another, as an id below its name.
  ///
  /// - Parameters:
  ///   - below: the key of the small column by the key of the one it stands below.
  ///   - most: how many rows are shown; `more` says where the others are.
  ///   - total: a last row that sums up the others.
  func table(
    _ caption: String = "", below: [String: String] = [:], most: Int = 500, more: String = "",
    total: [Cell]? = nil
  ) -> Markup {
    let small = Set(below.values)
    let places = columns.indices.filter { place in
      !small.contains(columns[place].key)
        && rows.contains { row in
          row[place] != .none || self.small(below[columns[place].key], row) != nil
        }
    }
    var table = HTMLTable(
      places.map { (columns[$0].title, columns[$0].isNumber) }, caption: caption)
    let cells = { (row: [Cell], blank: String) -> [Markup] in
      places.map { place in
        let under = self.small(below[columns[place].key], row)
        guard row[place] != .none else { return "\(under ?? blank)" }
        return under.map { "\(row[place].shown) <small>\($0)</small>" } ?? "\(row[place].shown)"
      }
    }
    for row in rows.prefix(most) { table.add(cells(row, "–")) }
    if let total { table.add(cells(total, ""), .total) }
    guard rows.count > most else { return table.markup }
    return table.markup + "<p>… and \(rows.count - most) more: <code>\(more)</code></p>\n"
  }

  private func small(_ key: String?, _ row: [Cell]) -> String? {
    guard let key, let place = columns.firstIndex(where: { $0.key == key }), row[place] != .none
    else { return nil }
    return row[place].shown
  }
}
