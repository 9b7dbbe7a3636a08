/// A layout with the meaning of each column of one file.
struct LayoutMatch {
  let layout: Layout
  /// For each header its meaning, `nil` for one that the layout doesn't know.
  let meanings: [Meaning?]

  private var score: Int { meanings.count { $0 != nil } }

  init(_ layout: Layout, _ headers: [String]) {
    self.layout = layout
    meanings = headers.map(layout.meaning)
  }

  /// Why no layout was found.
  struct Problem: Error {
    let found: String
    let wanted: String
  }

  /// The layout that knows the most of the headers. Two that know equally many are a problem, and so
  /// are two columns for one value.
  static func best(
    for headers: [String], forced: Layout?, among layouts: [Layout] = Layout.all
  ) throws(Problem) -> LayoutMatch {
    let folded = Set(headers.map(HeaderText.folded))
    let candidates =
      forced.map { [$0] }
      ?? layouts.filter { layout in
        layout.marks.allSatisfy { group in group.contains(where: folded.contains) }
      }
    let matches = candidates.map { LayoutMatch($0, headers) }.filter { $0.score > 0 }
      .sorted { $0.score > $1.score }
    guard let best = matches.first else {
      let names = layouts.map(\.name).joined(separator: ", ")
      throw Problem(
        found: "the columns " + shown(headers),
        wanted: forced.map { "columns of the layout \($0.name)" }
          ?? "the columns of a layout that is known (\(names)), with an id or a link")
    }
    if matches.count > 1, matches[1].score == best.score {
      throw Problem(
        found: "columns that fit \(best.layout.title) and \(matches[1].layout.title)",
        wanted: "--layout \(best.layout.name) or --layout \(matches[1].layout.name)")
    }
    try best.refuseDoubles(headers)
    return best
  }

  /// How many of the headers a layout knows; `nil` when none fits them.
  static func score(of headers: [String], forced: Layout?, among layouts: [Layout]) -> Int? {
    (try? best(for: headers, forced: forced, among: layouts))?.score
  }

  private func refuseDoubles(_ headers: [String]) throws(Problem) {
    var taken: [Meaning: String] = [:]
    for (header, meaning) in zip(headers, meanings) {
      guard let meaning, !meaning.isRepeatable else { continue }
      if let other = taken.updateValue(header, forKey: meaning.inUsualUnit) {
        throw Problem(
          found: "the columns \(other) and \(header)", wanted: "one column for one value")
      }
    }
  }

  private static func shown(_ headers: [String]) -> String {
    let named = headers.map { $0.isEmpty ? "(without a name)" : $0 }
    let first = named.prefix(12).joined(separator: ", ")
    return named.count > 12 ? "\(first) and \(named.count - 12) more" : first
  }
}
