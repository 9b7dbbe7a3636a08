public import Domain

/// Reads lists of creators: workbooks, CSV and JSON in any layout of ``Layout/all``.
public struct CreatorListReader {
  /// Takes a plain row of a layout, or declines it.
  public typealias TakePlain = (inout CreatorRow, Layout) throws -> Bool

  var reading: CreatorReading
  let options: CreatorReading.Options

  /// Reads a whole file and hands over each creator that could be read, in the order of the file.
  ///
  /// Problems don't stop it: they are collected in the result, with their places.
  ///
  /// - Parameters:
  ///   - raw: the file's bytes.
  ///   - file: its name, for problems.
  ///   - plain: is asked first where a row is a plain one: it takes the row, or declines it by `false`. The
  ///     row is lent to it (`inout` saves a copy).
  ///   - each: takes one record and the layout it was read by; what it throws ends the reading.
  public static func read(
    _ raw: [UInt8], file: String, options: CreatorReading.Options, plain: TakePlain,
    each: (CreatorRecord, Layout) throws -> Void
  ) rethrows -> CreatorReading {
    var reader = CreatorListReader(
      reading: CreatorReading(file: file), options: options)
    if Workbook.isOne(raw) {
      try reader.readWorkbook(raw, each)
      return reader.reading
    }
    let text: DecodedText
    do throws(ImportProblem) {
      if let sheet = options.sheet {
        throw ImportProblem(
          file: file, line: 0, found: "text, which has no sheet \(sheet)",
          wanted: "a workbook (.xlsx), or no --sheet")
      }
      text = try DecodedText(raw, file: file, as: options.encoding)
    } catch {
      reader.reading.problems.add(error)
      return reader.reading
    }
    reader.reading.encoding = text.encoding
    if isJSON(text.bytes) {
      try reader.readJSON(text.bytes, each)
    } else {
      try reader.readTable(text, plain, each)
    }
    return reader.reading
  }

  /// The same with every row as a record.
  public static func read(
    _ raw: [UInt8], file: String, options: CreatorReading.Options = .init(),
    each: (CreatorRecord, Layout) throws -> Void
  ) rethrows -> CreatorReading {
    try read(raw, file: file, options: options, plain: { _, _ in false }, each: each)
  }

  /// Whether a text is JSON, by its first character.
  static func isJSON(_ text: [UInt8]) -> Bool {
    let first = text.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
  }

  func problem(
    _ found: String, _ wanted: String, line: Int, column: String? = nil
  ) -> ImportProblem {
    ImportProblem(file: reading.file, line: line, column: column, found: found, wanted: wanted)
  }

  /// Settles the layout and what it makes of each header; `nil` when there is a problem.
  ///
  /// - Parameter problem: makes one of what was found and wanted in the header.
  mutating func match(
    _ headers: [String], _ problem: (String, String) -> ImportProblem
  ) -> (LayoutMatch, RowRules)? {
    do throws(LayoutMatch.Problem) {
      let match = try LayoutMatch.best(for: headers, options)
      try LayoutMatch.check(options.maps, headers)
      reading.layout = match.layout
      reading.columns = zip(headers, match.meanings).map { header, meaning in
        .init(
          header: header,
          use: Self.isReason(header) ? .ignored("why the row was refused") : Self.use(of: meaning))
      }
      return (match, rules(for: match))
    } catch {
      reading.problems.add(problem(error.found, error.wanted))
      return nil
    }
  }

  /// Whether it is the column of our own lists of refused rows.
  private static func isReason(_ header: String) -> Bool {
    Key.normalised(header) == RejectedRows.reasonHeader
  }

  static func use(of meaning: Meaning?) -> CreatorReading.Use {
    switch meaning {
    case nil: .unknown
    case .ignored(let why): .ignored(why)
    case .note, .offPlatformPrice: .kept
    default: .read
    }
  }

  private mutating func rules(for match: LayoutMatch) -> RowRules {
    var rules = RowRules(rounding: options.rounding, brandFee: options.brandFee)
    let usual = match.meanings.map { $0?.inUsualUnit }
    let meanings = Set(usual.compactMap(\.self))
    if match.layout.isOurOwn || reading.columns.contains(where: { Self.isReason($0.header) }) {
      rules.cells = reading.isJSON ? .exact : .guarded
    }
    rules.tickedFormats = Set(
      NoteFormat.allCases.filter { meanings.contains(.quoteTick($0)) })
    let columns = reading.columns
    let header = { (meaning: Meaning) in
      usual.firstIndex(of: meaning).map { columns[$0].header }
    }
    if !meanings.contains(.format), let fee = header(.fee) {
      rules.formatOfFee = .image
      reading.assumptions.append("\(fee): no column format, so the prices are for image notes")
    }
    if !meanings.contains(.engagementBase), match.layout.rateBase == nil,
      let rate = header(.engagementPercent)
    {
      reading.assumptions.append(
        "\(rate): no column engagement_base, so the rates are of followers")
    }
    return rules
  }

  /// Completes a row: hands it over, or notes what is wrong with it.
  ///
  /// - Parameter problem: makes one of a column, `nil` for the row, and of what was found and wanted.
  mutating func finish(
    _ builder: RecordBuilder, _ problem: (Int?, String, String) -> ImportProblem,
    _ each: (CreatorRecord, Layout) throws -> Void
  ) rethrows {
    var builder = builder
    let record = builder.finish()
    for fault in builder.faults.sorted(by: { $0.column < $1.column }) {
      reading.problems.add(problem(fault.column, fault.found, fault.wanted))
    }
    guard builder.faults.isEmpty else { return }
    guard record.hasIdentity else {
      reading.problems.add(
        problem(nil, "a row with no id", "a user id, a 小红书号, a profile link or an own id"))
      return
    }
    reading.rounded += builder.rounded
    for note in record.notes { reading.notes[note.reason, default: 0] += 1 }
    if let layout = reading.layout { try each(record, layout) }
  }
}

// CSV and sheets.
extension CreatorListReader {
  /// Opens a text as a table below the header that fits a layout best.
  static func table(_ text: DecodedText, _ file: String, _ options: CreatorReading.Options)
    throws(ImportProblem) -> TableReader
  {
    try TableReader(text, file: file, delimiter: options.delimiter) {
      LayoutMatch.score(of: $0, options)
    }
  }

  /// Opens the sheet of a workbook likewise.
  static func table(workbook raw: [UInt8], _ file: String, _ options: CreatorReading.Options)
    throws(ImportProblem) -> TableReader
  {
    try TableReader(workbook: raw, file: file, sheet: options.sheet) {
      LayoutMatch.score(of: $0, options)
    }
  }

  private mutating func readTable(
    _ text: DecodedText, _ plain: TakePlain, _ each: (CreatorRecord, Layout) throws -> Void
  ) rethrows {
    let table: TableReader
    do throws(ImportProblem) {
      table = try Self.table(text, reading.file, options)
    } catch {
      reading.problems.add(error)
      return
    }
    reading.delimiter = table.delimiter
    try readRows(table, plain, each)
  }

  private mutating func readWorkbook(
    _ raw: [UInt8], _ each: (CreatorRecord, Layout) throws -> Void
  ) rethrows {
    let table: TableReader
    do throws(ImportProblem) {
      table = try Self.table(workbook: raw, reading.file, options)
    } catch {
      reading.problems.add(error)
      return
    }
    reading.sheet = table.sheet
    try readRows(table, { _, _ in false }, each)
  }

  private mutating func readRows(
    _ table: TableReader, _ plain: TakePlain, _ each: (CreatorRecord, Layout) throws -> Void
  ) rethrows {
    var table = table
    guard refuseDoubles(table),
      let (match, rules) = match(table.header, { table.headerProblem(found: $0, wanted: $1) })
    else { return }
    let columns = match.meanings.indices.filter {
      [.read, .kept].contains(reading.columns[$0].use)
    }
    table.read(only: Set(columns))
    let (text, layout) = (table.reader.bytes, match.layout)
    try text.withUnsafeBytes { text in
      var plainReader = PlainReader(text, table.delimiter, match, rules, only: Set(columns))
      var plainRow = CreatorRow()
      while reading.rows < options.mostRows {
        if let end = plainReader?.row(at: table.reader.place, &plainRow) {
          plainRow.line = table.reader.nextLine
          if try plain(&plainRow, layout) {
            reading.rows += 1
            table.pass(to: end)
            continue
          }
        }
        guard let row = table.next() else { break }
        try read(row, table, columns, match, rules, each)
      }
    }
    reading.rows += table.problems.count
    reading.problems.add(table.problems)
    reading.assumptions += table.remarks
  }

  private mutating func read(
    _ row: TableReader.Row, _ table: TableReader, _ columns: [Int], _ match: LayoutMatch,
    _ rules: RowRules, _ each: (CreatorRecord, Layout) throws -> Void
  ) rethrows {
    reading.rows += 1
    var builder = RecordBuilder(line: row.line, layout: match.layout, rules: rules)
    for column in columns {
      guard let meaning = match.meanings[column] else { continue }
      builder.take(
        row.cells[column], meaning: meaning, column: column, header: table.header[column])
    }
    try finish(builder, { table.problem(in: row, column: $0, found: $1, wanted: $2) }, each)
  }

  /// Whether every name in the header stands for one column.
  private mutating func refuseDoubles(_ table: TableReader) -> Bool {
    var places: [String: Int] = [:]
    for (place, header) in table.header.enumerated() {
      // Raters may differ in case only: `rating:Li`, `rating:li`.
      let name = header.contains(":") ? Key.normalised(header) : HeaderText.folded(header)
      if name.isEmpty { continue }
      if let first = places.updateValue(place, forKey: name) {
        let found =
          table.sheet == nil
          ? "the header \(header) in columns \(first + 1) and \(place + 1)"
          : "the header \(header) in columns \(SheetPlace.letters(first)) and "
            + SheetPlace.letters(place)
        reading.problems.add(table.headerProblem(found: found, wanted: "each header once"))
      }
    }
    return reading.problems.isEmpty
  }
}
