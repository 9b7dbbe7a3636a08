import Domain

/// Reads lists of creators: CSV and JSON in any layout of ``Layout/all``.
public struct CreatorListReader {
  private var reading: CreatorReading
  private let options: CreatorReading.Options

  /// Reads a whole file and hands over each creator that could be read, in the order of the file.
  ///
  /// Problems don't stop it: they are collected in the result, with their places.
  ///
  /// - Parameters:
  ///   - raw: the file's bytes.
  ///   - file: its name, for problems.
  ///   - each: takes one record and the layout it was read by; what it throws ends the reading.
  public static func read(
    _ raw: [UInt8], file: String, options: CreatorReading.Options = .init(),
    each: (CreatorRecord, Layout) throws -> Void
  ) rethrows -> CreatorReading {
    var reader = CreatorListReader(
      reading: CreatorReading(file: file), options: options)
    let text: DecodedText
    do throws(ImportProblem) {
      text = try DecodedText(raw, file: file, as: options.encoding)
    } catch {
      reader.reading.problems.add(error)
      return reader.reading
    }
    reader.reading.encoding = text.encoding
    let first = text.bytes.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
      try reader.readJSON(text.bytes, each)
    } else {
      try reader.readTable(text, each)
    }
    return reader.reading
  }

  private mutating func problem(_ found: String, _ wanted: String, line: Int, column: String? = nil)
  {
    reading.problems.add(
      ImportProblem(
        file: reading.file, line: line, column: column, found: found, wanted: wanted))
  }

  /// Settles the layout and what it makes of each header; `nil` when there is a problem.
  private mutating func match(_ headers: [String], line: Int) -> (LayoutMatch, RowRules)? {
    do throws(LayoutMatch.Problem) {
      let match = try LayoutMatch.best(for: headers, forced: options.layout)
      reading.layout = match.layout
      reading.columns = zip(headers, match.meanings).map { header, meaning in
        .init(header: header, use: Self.use(of: meaning))
      }
      return (match, rules(for: match))
    } catch {
      problem(error.found, error.wanted, line: line)
      return nil
    }
  }

  private static func use(of meaning: Meaning?) -> CreatorReading.Use {
    switch meaning {
    case nil: .unknown
    case .ignored(let why): .ignored(why)
    case .note, .offPlatformPrice: .kept
    default: .read
    }
  }

  private mutating func rules(for match: LayoutMatch) -> RowRules {
    var rules = RowRules(rounding: options.rounding, brandFee: options.brandFee)
    let meanings = Set(match.meanings.compactMap(\.self))
    if match.layout.isOurOwn { rules.cells = reading.delimiter == nil ? .exact : .guarded }
    rules.tickedFormats = Set(
      NoteFormat.allCases.filter { meanings.contains(.quoteTick($0)) })
    let columns = reading.columns
    let header = { (meaning: Meaning) in
      match.meanings.firstIndex(of: meaning).map { columns[$0].header }
    }
    if !meanings.contains(.format), let fee = header(.fee) ?? header(.feeFen) {
      rules.formatOfFee = .image
      reading.assumptions.append("\(fee): no column format, so the prices are for image notes")
    }
    if !meanings.contains(.engagementBase),
      let rate = header(.engagementPercent) ?? header(.engagementBasisPoints)
    {
      reading.assumptions.append(
        "\(rate): no column engagement_base, so the rates are of followers")
    }
    return rules
  }

  /// Completes a row: hands it over, or notes what is wrong with it.
  private mutating func finish(
    _ builder: RecordBuilder, place: (Int) -> (line: Int, header: String),
    _ each: (CreatorRecord, Layout) throws -> Void
  ) rethrows {
    var builder = builder
    let record = builder.finish()
    for fault in builder.faults.sorted(by: { $0.column < $1.column }) {
      let (line, header) = place(fault.column)
      problem(fault.found, fault.wanted, line: line, column: header)
    }
    guard builder.faults.isEmpty else { return }
    guard record.hasIdentity else {
      problem(
        "a row with no id", "a user id, a 小红书号, a profile link or an own id",
        line: record.line)
      return
    }
    reading.rounded += builder.rounded
    for note in record.notes { reading.notes[note.reason, default: 0] += 1 }
    if let layout = reading.layout { try each(record, layout) }
  }
}

// CSV.
extension CreatorListReader {
  private mutating func readTable(
    _ text: DecodedText, _ each: (CreatorRecord, Layout) throws -> Void
  ) rethrows {
    var table: TableReader
    do throws(ImportProblem) {
      table = try TableReader(text, file: reading.file, delimiter: options.delimiter)
    } catch {
      reading.problems.add(error)
      return
    }
    reading.delimiter = table.delimiter
    guard refuseDoubles(table), let (match, rules) = match(table.header, line: table.headerLine)
    else { return }
    let columns = match.meanings.indices.filter {
      [.read, .kept].contains(reading.columns[$0].use)
    }
    table.read(only: Set(columns))
    while let row = table.next() {
      reading.rows += 1
      var builder = RecordBuilder(line: row.line, layout: match.layout, rules: rules)
      for column in columns {
        guard let meaning = match.meanings[column] else { continue }
        builder.take(
          row.cells[column], meaning: meaning, column: column, header: table.header[column])
      }
      try finish(builder, place: { (row.cellLines[$0], table.header[$0]) }, each)
    }
    reading.rows += table.problems.count
    reading.problems.add(table.problems)
  }

  /// Whether every name in the header stands for one column.
  private mutating func refuseDoubles(_ table: TableReader) -> Bool {
    var places: [String: Int] = [:]
    for (place, header) in table.header.enumerated() {
      // Raters may differ in case only: `rating:Li`, `rating:li`.
      let name = header.contains(":") ? Key.normalised(header) : HeaderText.folded(header)
      if name.isEmpty { continue }
      if let first = places.updateValue(place, forKey: name) {
        problem(
          "the header \(header) in columns \(first + 1) and \(place + 1)",
          "each header once", line: table.headerLine)
      }
    }
    return reading.problems.isEmpty
  }
}

// JSON.
extension CreatorListReader {
  private mutating func readJSON(
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
    let rows = JSONRows.rows(in: root)
    let names = JSONRows.names(in: rows)
    guard !names.isEmpty else {
      problem("no creator", "a profile under result.data, or a list of objects", line: root.line)
      return
    }
    guard let (match, rules) = match(names, line: root.line) else { return }
    let meanings = Dictionary(uniqueKeysWithValues: zip(names, match.meanings))
    for row in rows {
      reading.rows += 1
      let members = row.members
      guard !members.isEmpty else {
        problem("no creator", "an object with members", line: row.line)
        continue
      }
      var builder = RecordBuilder(line: row.line, layout: match.layout, rules: rules)
      for (place, member) in members.enumerated() {
        guard case .some(.some(let meaning)) = meanings[member.name] else { continue }
        builder.take(
          member.value.cell, meaning: meaning, column: place, header: member.name)
      }
      try finish(builder, place: { (members[$0].value.line, members[$0].name) }, each)
    }
  }
}
