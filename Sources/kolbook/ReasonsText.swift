import UseCases

/// The reasons for a list drawn for people.
enum ReasonsText {
  /// Four tables: what if, what each wish costs, who is nearly there, and why each pick.
  static func text(of reasons: ShortlistReasons) -> String {
    var parts = reasons.tables.map { table in
      let isNumber = table.columns.map(\.isNumber)
      let rows =
        table.rows.isEmpty
        ? table.nothing
        : TableText.lines(table.columns.map(\.title), table.rows, isNumber: isNumber)
      return "\(table.title)\n\(rows)"
    }
    if !reasons.isWhole {
      parts.append("The time was not enough for all of it: give it more with --time-limit SECONDS")
    }
    return parts.joined(separator: "\n\n")
  }
}
