import UseCases

/// A table, and below it why, a sentence a row: sentences are too long for a column.
enum AdviceText {
  /// Writes both.
  ///
  /// - Parameters:
  ///   - name: the columns of which the first that is known names a row.
  ///   - why: the column of the sentences.
  static func write(
    _ list: Listing, _ shown: [String], name: [String], why: String, _ options: BookOptions
  ) {
    options.write(list.keeping(shown))
    guard !list.rows.isEmpty else { return }
    Output.write("\nWhy")
    let names = name.compactMap { key in list.columns.firstIndex { $0.key == key } }
    guard let place = list.columns.firstIndex(where: { $0.key == why }) else { return }
    for row in list.rows {
      let known = names.map { row[$0].shown }.first { $0 != "-" } ?? "-"
      Output.write("\(known): \(row[place].shown)")
    }
  }
}
