import Domain
import UseCases

/// What an import took and did, for people.
enum ImportText {
  /// The report as lines of text.
  static func text(of report: ImportReport) -> String {
    let counts = [
      (report.added, "added"), (report.updated, "updated"), (report.unchanged, "unchanged"),
    ].map { "\(Grouped.text(Int64($0))) \($1)" }
    return
      (groups(report.files).flatMap(lines)
      + ["creators: " + counts.joined(separator: ", ")]
      + (report.isDryRun ? ["a dry run: nothing was kept"] : [])).joined(separator: "\n")
  }

  /// How a list would be read, as lines of text.
  static func text(of list: ImportExplanation) -> String {
    let columns = list.listing.without("file")
    return
      (list.sentences + (columns.rows.isEmpty ? [] : ["", TableText.text(of: columns), ""])
      + [list.verdict] + list.problems.map { "  \($0)" } + ["next: \(list.next)"])
      .joined(separator: "\n")
  }

  /// Files next to each other that were read alike, such as the profiles of a folder.
  private static func groups(_ files: [ImportReport.File]) -> [[ImportReport.File]] {
    var groups: [[ImportReport.File]] = []
    for file in files {
      if let last = groups.last?.last, isAlike(last, file) {
        groups[groups.count - 1].append(file)
      } else {
        groups.append([file])
      }
    }
    return groups
  }

  private static func isAlike(_ left: ImportReport.File, _ right: ImportReport.File) -> Bool {
    (left.layout, left.encoding, left.form) == (right.layout, right.encoding, right.form)
      && [Set(left.read), Set(left.kept), Set(left.unknown), Set(left.assumptions)]
        == [Set(right.read), Set(right.kept), Set(right.unknown), Set(right.assumptions)]
  }

  private static func lines(_ files: [ImportReport.File]) -> [String] {
    guard let file = files.first, let last = files.last else { return [] }
    let name = files.count == 1 ? file.name : "\(files.count) files, \(file.name) to \(last.name)"
    let rows = files.reduce(0) { $0 + $1.rows }
    let isText = file.form != "JSON" && file.encoding != "XLSX"
    let part = isText ? "\(file.form) between columns" : file.form
    var lines = [
      "\(name): \(file.title), \(file.encoding), \(part), \(Counted.text(Int64(rows), "row"))"
    ]
    if !file.kept.isEmpty { lines.append("  kept as notes: \(shown(file.kept))") }
    let notes = counts(files)
    if !notes.isEmpty { lines.append("  notes: \(notes.joined(separator: ", "))") }
    for (why, columns) in reasons(file) { lines.append("  ignored, \(why): \(shown(columns))") }
    return lines + unknown(file.unknown) + file.assumptions.map { "  \($0)" }
  }

  /// A line on the columns that are not known, if there are such.
  static func unknown(_ columns: [String]) -> [String] {
    columns.isEmpty ? [] : ["  not known, not kept: \(shown(columns))"]
  }

  private static func counts(_ files: [ImportReport.File]) -> [String] {
    var counts: [(reason: String, count: Int)] = []
    for note in files.flatMap(\.notes) {
      if let place = counts.firstIndex(where: { $0.reason == note.reason }) {
        counts[place].count += note.count
      } else {
        counts.append(note)
      }
    }
    return counts.map { "\($0.reason) \(Grouped.text(Int64($0.count)))×" }
  }

  private static func reasons(_ file: ImportReport.File) -> [(String, [String])] {
    var reasons: [(String, [String])] = []
    for (column, why) in file.ignored {
      if let place = reasons.firstIndex(where: { $0.0 == why }) {
        reasons[place].1.append(column)
      } else {
        reasons.append((why, [column]))
      }
    }
    return reasons
  }

  private static func shown(_ columns: [String]) -> String {
    let first = columns.prefix(10).joined(separator: ", ")
    return columns.count > 10 ? "\(first) and \(columns.count - 10) more" : first
  }
}
