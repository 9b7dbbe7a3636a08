import Domain

// Profiles as JSON.
extension CreatorListReader {
  mutating func readJSON(
    _ bytes: [UInt8], _ each: (CreatorRecord, Layout) throws -> Void
  ) rethrows {
    let root: LocatedJSON
    do throws(JSONProblem) {
      root = try LocatedJSON(bytes)
    } catch {
      reading.problems.add(
        ImportProblem(
          file: reading.file, line: error.place.line, character: error.place.column,
          found: error.found, wanted: error.wanted))
      return
    }
    reading.isJSON = true
    let rows = JSONRows.rows(in: root)
    let names = JSONRows.names(in: rows)
    guard !names.isEmpty else {
      reading.problems.add(
        problem("no creator", "a profile under result.data, or a list of objects", line: root.line))
      return
    }
    let file = reading.file
    let headerProblem = { (found: String, wanted: String) in
      ImportProblem(file: file, line: root.line, found: found, wanted: wanted)
    }
    guard let (match, rules) = match(names, headerProblem) else { return }
    let meanings = Dictionary(uniqueKeysWithValues: zip(names, match.meanings))
    for row in rows.prefix(options.mostRows) {
      reading.rows += 1
      try readProfile(row, match.layout, rules, meanings, each)
    }
  }

  private mutating func readProfile(
    _ row: LocatedJSON, _ layout: Layout, _ rules: RowRules, _ meanings: [String: Meaning?],
    _ each: (CreatorRecord, Layout) throws -> Void
  ) rethrows {
    let members = row.members
    guard !members.isEmpty else {
      reading.problems.add(problem("no creator", "an object with members", line: row.line))
      return
    }
    var builder = RecordBuilder(line: row.line, layout: layout, rules: rules)
    for (place, member) in members.enumerated() {
      guard case .some(.some(let meaning)) = meanings[member.name] else { continue }
      builder.take(member.value.cell, meaning: meaning, column: place, header: member.name)
    }
    let file = reading.file
    let problem = { (place: Int?, found: String, wanted: String) in
      ImportProblem(
        file: file, line: place.map { members[$0].value.line } ?? row.line,
        column: place.map { members[$0].name }, found: found, wanted: wanted)
    }
    try finish(builder, problem, each)
  }
}
