import Domain

/// A layout with the meaning of each column of one file.
struct LayoutMatch {
  let layout: Layout
  /// For each header its meaning, `nil` for one that the layout doesn't know.
  let meanings: [Meaning?]
  /// Groups of headers of which the file has none, though the layout needs one of each; none when it was
  /// asked for.
  let lacks: [[String]]

  /// How many of the headers it knows.
  var score: Int { meanings.count { $0 != nil } }

  /// - Parameter headers: as they are, and folded.
  private init(
    _ layout: Layout, _ headers: [(header: String, folded: String)], _ maps: [ColumnMap],
    lacks: [[String]]
  ) {
    (self.layout, self.lacks) = (layout, lacks)
    let mapped = Dictionary(maps.map { ($0.folded, $0.meaning) }) { _, last in last }
    meanings = headers.map { header, folded in
      mapped[folded] ?? layout.meaning(of: header, folded: folded)
    }
  }

  /// Why no layout was found.
  struct Problem: Error {
    let found: String
    let wanted: String
  }

  /// The layout that knows the most of the headers. Two that know equally many are a problem, and so
  /// are two columns for one value.
  static func best(
    for headers: [String], _ options: CreatorReading.Options = .init()
  ) throws(Problem) -> LayoutMatch {
    let matches = all(for: headers, options, onlyFit: true)
    guard let best = matches.first else {
      let names = options.layouts.map(\.name).joined(separator: ", ")
      throw Problem(
        found: "the columns " + shown(headers),
        wanted: options.layout.map { "columns of the layout \($0.name)" }
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

  /// The layouts that know a header or more, or the one that is asked for: those that fit before those
  /// that lack something, then by how many they know, then in their own order.
  ///
  /// - Parameter onlyFit: leaves out those that lack something.
  static func all(
    for headers: [String], _ options: CreatorReading.Options, onlyFit: Bool = false
  ) -> [LayoutMatch] {
    let headers = headers.map { (header: $0, folded: HeaderText.folded($0)) }
    let known = Set(headers.map(\.folded))
    let matches = (options.layout.map { [$0] } ?? options.layouts).compactMap { layout in
      let lacks = options.layout == nil ? lacks(layout, known, options.maps) : []
      return onlyFit && !lacks.isEmpty
        ? nil : LayoutMatch(layout, headers, options.maps, lacks: lacks)
    }
    let ranked = matches.filter { $0.score > 0 }.enumerated().map { place, match in
      (match, (match.lacks.isEmpty ? 0 : 1, -match.score, place))
    }
    return ranked.sorted { $0.1 < $1.1 }.map(\.0)
  }

  private static func lacks(_ layout: Layout, _ known: Set<String>, _ maps: [ColumnMap])
    -> [[String]]
  {
    // A file whose columns a person names is one of our own columns.
    let isNamed = layout.isOurOwn && maps.contains(where: \.meaning.isIdentity)
    return zip(layout.marks, layout.foldedMarks).filter { group, folded in
      !folded.contains(where: known.contains)
        && !(isNamed && group.contains { layout.meaning(of: $0)?.isIdentity ?? false })
    }.map(\.0)
  }

  /// How many of the headers a layout knows; `nil` when none fits them.
  static func score(of headers: [String], _ options: CreatorReading.Options) -> Int? {
    (try? best(for: headers, options))?.score
  }

  /// Each column that is mapped must be there.
  static func check(_ maps: [ColumnMap], _ headers: [String]) throws(Problem) {
    let known = Set(headers.map(HeaderText.folded))
    for map in maps where !known.contains(map.folded) {
      let near = Spelling.nearest(map.column, among: headers)
      throw Problem(
        found: "no column \(map.column)",
        wanted: near.map { "a column of the file, perhaps \($0)" }
          ?? "one of the columns \(shown(headers))")
    }
  }

  private func refuseDoubles(_ headers: [String]) throws(Problem) {
    var taken: [Meaning: String] = [:]
    for (header, meaning) in zip(headers, meanings) {
      guard let meaning, !meaning.isRepeatable else { continue }
      if let other = taken.updateValue(header, forKey: meaning.inUsualUnit) {
        throw Problem(
          found: "the columns \(other) and \(header)",
          wanted: "one column for one value (leave one out with --map '\(header)=')")
      }
    }
  }

  private static func shown(_ headers: [String]) -> String {
    let named = headers.map { $0.isEmpty ? "(without a name)" : $0 }
    let first = named.prefix(12).joined(separator: ", ")
    return named.count > 12 ? "\(first) and \(named.count - 12) more" : first
  }
}
